import { instant } from '@affiche/core';
import { blueskyAudience } from '../audience/profile.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { findAccount, insertAccount, requireAccount } from './accounts.ts';
import { storeRecord } from './commits.ts';
import { base32Hash, type Bluesky } from './context.ts';
import { blueskyNetwork } from './network.ts';
import { postsOf } from './posts.ts';
import { blueskyDefaults, type BlueskySettings } from './settings.ts';
import { parseRecordUri } from './syntax.ts';
import { blueskyTables } from './tables.ts';
import { prepareWrite } from './write-preparation.ts';

/**
 * Starts a Bluesky server on loopback: a personal data server, the app's views and the video
 * service in one, with simulated readers and with faults.
 *
 * ```ts
 * import { blueskySandbox } from '@affiche/sandbox';
 *
 * await using server = await blueskySandbox({ seed: 'readme' });
 * const { id, handle, password } = server.createAccount({ handle: 'bakery.test', followers: 900 });
 * const login = await fetch(`${server.url}/xrpc/com.atproto.server.createSession`, {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({ identifier: handle, password }),
 * });
 * login.status; // => 200
 * server.posts(id); // => []
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function blueskySandbox(
  options: SandboxOptions<BlueskySettings> = {},
): Promise<Sandbox<BlueskySettings>> {
  return startSandbox(
    {
      tables: blueskyTables,
      settings: blueskyDefaults,
      audience: blueskyAudience,
      network: blueskyNetwork,
      createAccount,
      posts: (bluesky, did) => postsOf(bluesky, did).map((post) => postOf(bluesky, post)),
    },
    options,
  );
}

function createAccount(
  bluesky: Bluesky,
  { handle, password, displayName, followers }: NewAccount,
): SandboxAccount {
  const secret = password ?? base32Hash(16, bluesky.seed, handle, 'password');
  const known = findAccount(bluesky, handle);
  const account = known ?? insertAccount(bluesky, { handle, password: secret, followers });
  if (!known && displayName !== undefined) {
    const record = { $type: 'app.bsky.actor.profile', displayName };
    const collection = 'app.bsky.actor.profile';
    storeRecord(
      bluesky,
      account,
      prepareWrite(bluesky, { collection, rkey: 'self', record, validate: true }),
    );
  }
  const credentials = { identifier: account.handle, password: secret };
  return { id: account.did, handle: account.handle, password: secret, credentials };
}

function postOf(bluesky: Bluesky, post: ReturnType<typeof postsOf>[number]): SandboxPost {
  const { handle } = requireAccount(bluesky, post.did);
  return {
    id: post.uri,
    url: `https://bsky.app/profile/${handle}/post/${parseRecordUri(post.uri)?.rkey}`,
    text: post.text,
    publishedAt: instant(post.publishedAt),
    ...(post.parent === null ? {} : { inReplyTo: post.parent }),
  };
}
