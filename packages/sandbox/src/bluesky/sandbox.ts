import { type Clock, instant, seededRandom, systemClock } from '@affiche/core';
import { audienceOf } from '../audience/audience.ts';
import { AudienceProfile, blueskyAudience } from '../audience/profile.ts';
import { openDatabase } from '../database.ts';
import { faultDeck } from '../faults/fault-plan.ts';
import { listen } from '../http/listener.ts';
import { pipeline } from '../http/pipeline.ts';
import { readNote } from '../notes.ts';
import type { NewAccount, Sandbox, SandboxAccount, SandboxPost } from '../sandbox.ts';
import { findAccount, insertAccount, requireAccount } from './accounts.ts';
import { storeRecord } from './commits.ts';
import { base32Hash, type Bluesky } from './context.ts';
import { blueskyNetwork } from './network.ts';
import { postsOf } from './posts.ts';
import { blueskyDefaults, type BlueskySettings } from './settings.ts';
import { parseRecordUri } from './syntax.ts';
import { blueskyTables } from './tables.ts';
import { prepareWrite } from './write-preparation.ts';

/** How a sandbox is started. */
export interface BlueskySandboxOptions {
  /**
   * Where its time comes from; a simulated clock makes weeks pass in seconds.
   *
   * @defaultValue the machine's clock
   */
  readonly clock?: Clock;
  /**
   * Fixes everything that is left to chance.
   *
   * @defaultValue `affiche`
   */
  readonly seed?: string;
  /**
   * The port on 127.0.0.1; 0 takes any free one.
   *
   * @defaultValue 0
   */
  readonly port?: number;
  /** A SQLite file, so that the state survives even `kill -9`; without it the state is in memory. */
  readonly file?: string;
  /** What differs from the real server's defaults. */
  readonly settings?: Partial<BlueskySettings>;
  /** How readers behave. */
  readonly audience?: Partial<AudienceProfile>;
}

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
export async function blueskySandbox({
  clock = systemClock(),
  seed = 'affiche',
  port = 0,
  file,
  settings: changes = {},
  audience = {},
}: BlueskySandboxOptions = {}): Promise<Sandbox<BlueskySettings>> {
  const database = openDatabase(file, blueskyTables);
  const profile = AudienceProfile.parse({ ...blueskyAudience, ...audience });
  const settings: BlueskySettings = { ...blueskyDefaults, ...changes };
  const faults = faultDeck(seededRandom(`${seed} faults`));
  let url = '';
  const bluesky: Bluesky = {
    database,
    clock,
    seed,
    settings,
    audience: audienceOf(profile, `${seed} bluesky`),
    url: () => url,
  };
  const listener = await listen(
    port,
    pipeline(blueskyNetwork(bluesky), { database, faults }),
  ).catch((error: unknown) => {
    database.close();
    throw error;
  });
  ({ url } = listener);

  async function close(): Promise<void> {
    await listener.close();
    database.close();
  }

  return {
    url,
    host: new URL(url).host,
    faults,
    settings,
    get lastActivityAt() {
      const at = readNote(database, 'last-activity');
      return at === undefined ? undefined : instant(Number(at));
    },
    createAccount: (account) => database.transaction(() => createAccount(bluesky, account)),
    posts: (did) => postsOf(bluesky, did).map((post) => postOf(bluesky, post)),
    close,
    [Symbol.asyncDispose]: close,
  };
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
