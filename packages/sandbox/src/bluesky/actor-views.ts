import type { Reader } from '../audience/readers.ts';
import { type Account, findAccount, readerDid, readerDomain, readerWithDid } from './accounts.ts';
import type { Bluesky } from './context.ts';
import { followersNow } from './followers.ts';
import { postsOf } from './posts.ts';
import { findRecord } from './records.ts';

/** A person as feeds show them. */
export interface ActorView {
  readonly did: string;
  readonly handle: string;
  readonly displayName: string;
  readonly labels: readonly [];
  readonly createdAt: string;
}

/** An account as feeds show it. */
function accountView(bluesky: Bluesky, { did, handle, createdAt }: Account): ActorView {
  const profile = profileOf(bluesky, did);
  return {
    did,
    handle,
    displayName: typeof profile['displayName'] === 'string' ? profile['displayName'] : '',
    labels: [],
    createdAt: new Date(createdAt).toISOString(),
  };
}

/** A simulated person as feeds show them. */
export function readerView(bluesky: Bluesky, reader: Reader): ActorView {
  return {
    did: readerDid(bluesky, reader),
    handle: `${reader.name}.${readerDomain}`,
    displayName: reader.displayName,
    labels: [],
    createdAt: '2024-02-06T00:00:00.000Z',
  };
}

/** Whoever has this DID, as feeds show them. */
export function actorView(bluesky: Bluesky, did: string): ActorView | undefined {
  const account = findAccount(bluesky, did);
  if (account) return accountView(bluesky, account);
  const reader = readerWithDid(bluesky, did);
  return reader && readerView(bluesky, reader);
}

/** An account with its counts. */
export function profileView(bluesky: Bluesky, account: Account) {
  const { database } = bluesky;
  const profile = profileOf(bluesky, account.did);
  const follows = database.one(
    `SELECT count(*) AS number FROM record WHERE did = ? AND collection = 'app.bsky.graph.follow'`,
    account.did,
  );
  return {
    ...accountView(bluesky, account),
    ...(typeof profile['description'] === 'string' && { description: profile['description'] }),
    followersCount: followersNow(bluesky, account),
    followsCount: Number(follows?.['number'] ?? 0),
    postsCount: postsOf(bluesky, account.did).length,
    indexedAt: new Date(account.createdAt).toISOString(),
    associated: { lists: 0, feedgens: 0, starterPacks: 0, labeler: false },
    viewer: { muted: false, blockedBy: false },
  };
}

function profileOf(bluesky: Bluesky, did: string): Record<string, unknown> {
  const place = { did, collection: 'app.bsky.actor.profile', rkey: 'self' };
  return findRecord(bluesky, place)?.value ?? {};
}
