import { type Account, Instant, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { callGraph, diagnoseGraph } from '../meta/graph.ts';
import { listPages } from '../meta/pages.ts';
import { platformError } from '../step-result.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import { Page } from './wire.ts';

/** What differs between pages and days. */
export const FacebookFacts = z.object({
  name: z.string().optional(),
  followers: z.int().nonnegative().optional(),
  /** What the person behind the token may do on the page; absent where nobody could ask. */
  tasks: z.array(z.string()).optional(),
  /** The version of the interface that answered, which is another one once ours has stopped. */
  answeredBy: z.string().optional(),
  /** When the network said so; absent for the documented defaults. */
  readAt: Instant.optional(),
});
/** What differs between pages and days. */
export type FacebookFacts = z.infer<typeof FacebookFacts>;

/** Asks about the page, and where a person's token is at hand what that person may do there. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  { version }: Setup,
): Promise<FacebookFacts> {
  const call = {
    method: 'get',
    path: pathOf(account.id),
    endpoint: '/:page',
    search: { fields: 'id,name,followers_count' },
    version,
    answer: Page,
    timeoutSeconds: 15,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome !== 'answered') {
    throw platformError(diagnoseGraph(facebookNetwork, answer, call, io));
  }
  const { name, followers_count: followers } = answer.body;
  const answeredBy = answer.headers.get('facebook-api-version');
  const tasks = await readTasks(account, io, version);
  return {
    ...(name !== undefined && { name }),
    ...(followers !== undefined && { followers }),
    ...(tasks && { tasks }),
    ...(answeredBy && { answeredBy }),
    readAt: instant(io.clock.now()),
  };
}

async function readTasks(
  account: Account,
  io: PlatformIo,
  version: string,
): Promise<string[] | undefined> {
  const { userToken } = io.credentials;
  if (!userToken) return undefined;
  const pages = await listPages(facebookNetwork, account, { version, userToken }, io);
  return pages.find(({ id }) => id === account.id)?.tasks ?? [];
}
