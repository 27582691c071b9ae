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
import { accountNamed } from './accounts.ts';
import { hash, type X } from './context.ts';
import { xNetwork } from './network.ts';
import { postsOf } from './posts.ts';
import { xDefaults, type XSandboxSettings } from './settings.ts';
import { xTables } from './tables.ts';
import { issueTokens } from './tokens.ts';

/**
 * Starts X on loopback, with simulated readers and with faults.
 *
 * It refuses what was said before, counts each endpoint by itself, takes films in parts, and gives a
 * refresh token that is good once.
 *
 * ```ts
 * import { xSandbox } from '@affiche/sandbox';
 *
 * await using server = await xSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const post = () =>
 *   fetch(`${server.url}/2/tweets`, {
 *     method: 'POST',
 *     headers: {
 *       authorization: `Bearer ${credentials['accessToken']}`,
 *       'content-type': 'application/json',
 *     },
 *     body: JSON.stringify({ text: 'The galette is back.' }),
 *   });
 * (await post()).status; // => 201
 * (await post()).status; // => 403
 * server.posts(id).map(({ text }) => text); // => ['The galette is back.']
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function xSandbox(
  options: SandboxOptions<XSandboxSettings> = {},
): Promise<Sandbox<XSandboxSettings>> {
  return startSandbox(
    {
      tables: xTables,
      settings: xDefaults,
      // Its half-lives were measured on this network; how active its readers are is assumed.
      audience: blueskyAudience,
      network: xNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  x: X,
  { handle, password, displayName = handle, followers = 0 }: NewAccount,
): SandboxAccount {
  const username = handle.replace(/^@/, '').toLowerCase();
  const account = accountNamed(x, { username, name: displayName, followers });
  const tokens = issueTokens(x, account.id, 'consent');
  return {
    id: account.id,
    handle: username,
    password: password ?? hash(`${x.seed} password ${username}`).toString('base64url'),
    credentials: {
      accessToken: tokens.access,
      refreshToken: tokens.refresh,
      clientId: 'sandbox',
    },
  };
}

function posts(x: X, accountId: string): SandboxPost[] {
  return postsOf(x, accountId).map((post) => ({
    id: post.id,
    url: `https://x.com/i/status/${post.id}`,
    text: post.text,
    publishedAt: instant(post.publishedAt),
    ...(post.inReplyTo === null ? {} : { inReplyTo: post.inReplyTo }),
  }));
}
