import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import { findAccountNamed, insertAccount, insertToken, tokenOf } from '../meta/profiles.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { commentsBy } from './comments.ts';
import { type Instagram, instagramProfiles } from './context.ts';
import { userTokenOf } from './facebook-login-routes.ts';
import { instagramNetwork } from './network.ts';
import { permalinkOf } from './post-views.ts';
import { postsOf } from './posts.ts';
import { instagramDefaults, type InstagramSandboxSettings } from './settings.ts';
import { instagramTables } from './tables.ts';

/**
 * Starts an Instagram server on loopback, with simulated readers and with faults. It speaks for both of
 * Meta's logins, and takes files by their addresses without fetching them. How its readers' attention
 * fades is that of people on Facebook, the nearest network of which there is open data.
 *
 * ```ts
 * import { instagramSandbox } from '@affiche/sandbox';
 *
 * await using server = await instagramSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const body = new URLSearchParams({ image_url: 'https://bakery.example/galette.jpg' });
 * const container = await fetch(`${server.url}/v25.0/${id}/media`, { method: 'POST', headers, body });
 * container.status; // => 200
 * server.posts(id).length; // => 0
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function instagramSandbox(
  options: SandboxOptions<InstagramSandboxSettings> = {},
): Promise<Sandbox<InstagramSandboxSettings>> {
  return startSandbox(
    {
      tables: instagramTables,
      settings: instagramDefaults,
      audience: mastodonAudience,
      network: instagramNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  instagram: Instagram,
  { handle, followers = 0 }: NewAccount,
): SandboxAccount {
  const name = handle.replace(/^@/, '');
  const { id, username } =
    findAccountNamed(instagram, name) ??
    insertAccount(instagram, instagramProfiles, { name, followers });
  const accessToken = tokenOf(instagram, instagramProfiles, username);
  // Nobody signs in with a password here.
  const account = { id, handle: username, password: accessToken };
  if (instagram.settings.login === 'instagram') return { ...account, credentials: { accessToken } };
  const userToken = userTokenOf(instagram, username);
  const issuedAt = instagram.clock.now();
  insertToken(instagram, { token: userToken, account: id, longLived: true, issuedAt });
  return {
    ...account,
    credentials: { accessToken, userToken, clientId: '42', clientSecret: 'hush' },
  };
}

/** Posts, and what the account said under posts. */
function posts(instagram: Instagram, accountId: string): SandboxPost[] {
  const own = postsOf(instagram, accountId).map((post) => ({
    id: post.id,
    url: permalinkOf(instagram, post),
    text: post.fields['caption'] ?? '',
    publishedAt: instant(post.publishedAt),
  }));
  const comments = commentsBy(instagram, accountId).map(({ id, post, parent, text, at }) => ({
    id,
    url: `${instagram.url()}/p/${post}/c/${id}/`,
    text,
    publishedAt: instant(at),
    inReplyTo: parent ?? post,
  }));
  return [...own, ...comments].toSorted((one, other) =>
    one.publishedAt < other.publishedAt ? -1 : one.publishedAt > other.publishedAt ? 1 : 0,
  );
}
