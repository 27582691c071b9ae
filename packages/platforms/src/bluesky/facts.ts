import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { ServerDescription } from './wire.ts';
import { readXrpc } from './xrpc.ts';

/** What differs between the servers of the network. */
export const BlueskyFacts = z.object({
  /** The server's own identifier. */
  server: z.string().optional(),
  /** The largest file that the server takes, in bytes. */
  blobBytes: z.int().positive().optional(),
});
/** What differs between the servers of the network. */
export type BlueskyFacts = z.infer<typeof BlueskyFacts>;

/** Asks the account's server what it allows. */
export async function readFacts(account: Account, io: PlatformIo): Promise<BlueskyFacts> {
  const { did, blobUploadLimit } = await readXrpc(
    account,
    {
      method: 'com.atproto.server.describeServer',
      token: 'none',
      answer: ServerDescription,
      timeoutSeconds: 15,
    },
    io,
  );
  return {
    ...(did !== undefined && { server: did }),
    ...(blobUploadLimit !== undefined && { blobBytes: blobUploadLimit }),
  };
}
