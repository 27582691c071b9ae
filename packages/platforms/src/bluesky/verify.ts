import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { requireActive, requireOwn } from './session.ts';
import { readXrpc } from './xrpc.ts';

const CurrentSession = z.object({
  did: z.string(),
  handle: z.string(),
  active: z.boolean().optional(),
  status: z.string().optional(),
});

/** Makes sure that the session opens this account, and that the account may post. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const session = await readXrpc(
    account,
    { method: 'com.atproto.server.getSession', answer: CurrentSession, timeoutSeconds: 15 },
    io,
  );
  requireOwn(account, session);
  requireActive(session);
}
