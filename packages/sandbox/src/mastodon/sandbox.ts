import { type Clock, instant, seededRandom, systemClock } from '@affiche/core';
import { audienceOf } from '../audience/audience.ts';
import { AudienceProfile, mastodonAudience } from '../audience/profile.ts';
import { openDatabase } from '../database.ts';
import { faultDeck } from '../faults/fault-plan.ts';
import { listen } from '../http/listener.ts';
import { pipeline } from '../http/pipeline.ts';
import { readNote } from '../notes.ts';
import type { NewAccount, Sandbox, SandboxAccount, SandboxPost } from '../sandbox.ts';
import { accessTokenOf, findAccount, findAccountNamed, insertAccount } from './accounts.ts';
import { hash, type Mastodon } from './context.ts';
import { mastodonNetwork } from './network.ts';
import { publishDue } from './schedule.ts';
import { mastodonDefaults, type MastodonSettings } from './settings.ts';
import { type Status, statusesOf } from './statuses.ts';
import { mastodonTables } from './tables.ts';

/** How a sandbox is started. */
export interface MastodonSandboxOptions {
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
  /** What differs from Mastodon out of the box; `mastodonDialects` has those of other servers. */
  readonly settings?: Partial<MastodonSettings>;
  /** How readers behave. */
  readonly audience?: Partial<AudienceProfile>;
}

/**
 * Starts a Mastodon-API server on loopback, with simulated readers and with faults.
 *
 * ```ts
 * import { mastodonSandbox } from '@affiche/sandbox';
 *
 * await using server = await mastodonSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const posted = await fetch(`${server.url}/api/v1/statuses`, {
 *   method: 'POST',
 *   headers: { authorization: `Bearer ${credentials['accessToken']}` },
 *   body: new URLSearchParams({ status: 'The galette is back.' }),
 * });
 * posted.status; // => 200
 * server.posts(id).map(({ text }) => text); // => ['The galette is back.']
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export async function mastodonSandbox({
  clock = systemClock(),
  seed = 'affiche',
  port = 0,
  file,
  settings: changes = {},
  audience = {},
}: MastodonSandboxOptions = {}): Promise<Sandbox<MastodonSettings>> {
  const database = openDatabase(file, mastodonTables);
  const profile = AudienceProfile.parse({ ...mastodonAudience, ...audience });
  const settings: MastodonSettings = { ...mastodonDefaults, ...changes };
  const faults = faultDeck(seededRandom(`${seed} faults`));
  let url = '';
  const mastodon: Mastodon = {
    database,
    clock,
    seed,
    settings,
    audience: audienceOf(profile, `${seed} mastodon`),
    url: () => url,
  };
  const listener = await listen(
    port,
    pipeline(mastodonNetwork(mastodon), { database, faults }),
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
    createAccount: (account) => database.transaction(() => createAccount(mastodon, account)),
    posts(accountId) {
      database.transaction(() => publishDue(mastodon));
      return statusesOf(mastodon, accountId).map((status) => postOf(mastodon, status));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createAccount(
  mastodon: Mastodon,
  { handle, password, displayName = handle, followers = 0 }: NewAccount,
): SandboxAccount {
  const username = handle.replace(/^@/, '').split('@')[0] ?? handle;
  const secret = password ?? hash(`${mastodon.seed} password ${username}`).toString('base64url');
  const account =
    findAccountNamed(mastodon, username) ??
    insertAccount(mastodon, { username, displayName, password: secret, followers });
  return {
    id: account.id,
    handle: account.username,
    password: secret,
    credentials: { accessToken: accessTokenOf(mastodon, username) },
  };
}

function postOf(mastodon: Mastodon, status: Status): SandboxPost {
  const author = findAccount(mastodon, status.account);
  return {
    id: status.id,
    url: `${mastodon.url()}/@${author?.username}/${status.id}`,
    text: status.text,
    publishedAt: instant(status.publishedAt),
    ...(status.inReplyTo === null ? {} : { inReplyTo: status.inReplyTo }),
  };
}
