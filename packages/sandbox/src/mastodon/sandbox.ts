import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { accessTokenOf, findAccount, findAccountNamed, insertAccount } from './accounts.ts';
import { hash, type Mastodon } from './context.ts';
import { mastodonNetwork } from './network.ts';
import { publishDue } from './schedule.ts';
import { mastodonDefaults, type MastodonSettings } from './settings.ts';
import { type Status, statusesOf } from './statuses.ts';
import { mastodonTables } from './tables.ts';

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
export function mastodonSandbox(
  options: SandboxOptions<MastodonSettings> = {},
): Promise<Sandbox<MastodonSettings>> {
  return startSandbox(
    {
      tables: mastodonTables,
      settings: mastodonDefaults,
      audience: mastodonAudience,
      network: mastodonNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function posts(mastodon: Mastodon, accountId: string): SandboxPost[] {
  publishDue(mastodon);
  return statusesOf(mastodon, accountId).map((status) => postOf(mastodon, status));
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
