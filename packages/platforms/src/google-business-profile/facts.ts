import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { business } from './api.ts';
import { Location } from './wire.ts';

/** Nothing that a draft is checked by differs between locations. */
export const GoogleBusinessProfileFacts = z.object({ title: z.string().optional() });
/** Nothing that a draft is checked by differs between locations. */
export type GoogleBusinessProfileFacts = z.infer<typeof GoogleBusinessProfileFacts>;

/** Asks what the place is called; refuses an account that cannot see it. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
): Promise<GoogleBusinessProfileFacts> {
  const { title } = await business.read(
    account,
    {
      server: 'mybusinessbusinessinformation.googleapis.com',
      path: `/v1/${locationOf(account)}`,
      endpoint: '/v1/:location',
      search: { readMask: 'name,title' },
      answer: Location,
    },
    io,
  );
  return { ...(title !== undefined && { title }) };
}

/** The place alone, without the account that manages it. */
export function locationOf({ id }: Account): string {
  return id.replace(/^accounts\/[^/]+\//, '');
}
