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
import { commentsBy } from './comments.ts';
import type { Facebook } from './context.ts';
import { facebookNetwork } from './network.ts';
import { findPageNamed, insertPage } from './pages.ts';
import { visiblePosts } from './posts.ts';
import { facebookDefaults, type FacebookSettings } from './settings.ts';
import { pageToken } from './sign-in-routes.ts';
import { facebookTables } from './tables.ts';
import { insertToken, tokenOf } from './tokens.ts';
import { permalinkOf } from './views.ts';

/**
 * Starts a Facebook server on loopback, with pages, simulated readers and faults. Its readers behave
 * as those of Bluesky, the nearest network of which there is open data.
 *
 * ```ts
 * import { facebookSandbox } from '@affiche/sandbox';
 *
 * await using server = await facebookSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const body = new URLSearchParams({ message: 'The galette is back.' });
 * const post = await fetch(`${server.url}/v25.0/${id}/feed`, { method: 'POST', headers, body });
 * post.status; // => 200
 * server.posts(id).map(({ text }) => text); // => ['The galette is back.']
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function facebookSandbox(
  options: SandboxOptions<FacebookSettings> = {},
): Promise<Sandbox<FacebookSettings>> {
  return startSandbox(
    {
      tables: facebookTables,
      settings: facebookDefaults,
      audience: blueskyAudience,
      network: facebookNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(facebook: Facebook, { handle, followers = 0 }: NewAccount): SandboxAccount {
  const { id, name } = findPageNamed(facebook, handle) ?? insertPage(facebook, handle, followers);
  const { clientId, clientSecret } = facebook.settings;
  const userToken = tokenOf(facebook, 'person');
  insertToken(facebook, { token: userToken, kind: 'long', page: null });
  const accessToken = pageToken(facebook, id);
  return {
    id,
    handle: name,
    // Nobody signs in with a password here.
    password: accessToken,
    credentials: { accessToken, userToken, clientId, clientSecret },
  };
}

function posts(facebook: Facebook, accountId: string): SandboxPost[] {
  const own = visiblePosts(facebook, accountId).map(({ id, fields, shownAt }) => ({
    id,
    url: permalinkOf(facebook, id),
    text: fields['message'] ?? '',
    publishedAt: instant(shownAt),
  }));
  const comments = commentsBy(facebook, accountId).map(({ id, object, message, madeAt }) => ({
    id,
    url: permalinkOf(facebook, object),
    text: message,
    publishedAt: instant(madeAt),
    inReplyTo: object,
  }));
  return [...own, ...comments].toSorted((one, other) =>
    one.publishedAt < other.publishedAt ? -1 : Number(one.publishedAt > other.publishedAt),
  );
}
