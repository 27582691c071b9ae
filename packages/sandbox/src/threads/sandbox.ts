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
import { findAccountNamed, insertAccount, tokenOf } from '../meta/profiles.ts';
import { type Threads, threadsProfiles } from './context.ts';
import { threadsNetwork } from './network.ts';
import { permalinkOf } from './post-views.ts';
import { postsOf } from './posts.ts';
import { threadsDefaults, type ThreadsSettings } from './settings.ts';
import { threadsTables } from './tables.ts';

/**
 * Starts a Threads server on loopback, with simulated readers and with faults. Its readers behave as
 * those of Bluesky, the nearest network of which there is open data.
 *
 * ```ts
 * import { threadsSandbox } from '@affiche/sandbox';
 *
 * await using server = await threadsSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const body = new URLSearchParams({ media_type: 'TEXT', text: 'The galette is back.' });
 * const container = await fetch(`${server.url}/v1.0/${id}/threads`, { method: 'POST', headers, body });
 * container.status; // => 200
 * server.posts(id).length; // => 0
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function threadsSandbox(
  options: SandboxOptions<ThreadsSettings> = {},
): Promise<Sandbox<ThreadsSettings>> {
  return startSandbox(
    {
      tables: threadsTables,
      settings: threadsDefaults,
      audience: blueskyAudience,
      network: threadsNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(threads: Threads, { handle, followers = 0 }: NewAccount): SandboxAccount {
  const name = handle.replace(/^@/, '');
  const { id, username } =
    findAccountNamed(threads, name) ?? insertAccount(threads, threadsProfiles, { name, followers });
  const accessToken = tokenOf(threads, threadsProfiles, username);
  // Nobody signs in with a password here.
  return { id, handle: username, password: accessToken, credentials: { accessToken } };
}

function posts(threads: Threads, accountId: string): SandboxPost[] {
  return postsOf(threads, accountId).map((post) => ({
    id: post.id,
    url: permalinkOf(threads, post),
    text: post.fields['text'] ?? '',
    publishedAt: instant(post.publishedAt),
    ...(post.replyTo === null ? {} : { inReplyTo: post.replyTo }),
  }));
}
