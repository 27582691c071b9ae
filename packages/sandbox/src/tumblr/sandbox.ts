import { instant } from '@affiche/core';
import { keptPosts, keptPostTable } from '../kept-posts.ts';
import { openPerson, peopleTables } from '../people.ts';
import type { Sandbox, SandboxOptions, SandboxPost } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import type { Tumblr } from './context.ts';
import { tumblrNetwork } from './network.ts';
import { isPublished, wordsOf } from './posts.ts';
import { tumblrAudience, tumblrDefaults, type TumblrSandboxSettings } from './settings.ts';

/**
 * Starts a Tumblr server on loopback: posts of blocks with their files beside them, a queue that
 * shows a post at its time, and two budgets in every answer.
 *
 * ```ts
 * import { tumblrSandbox } from '@affiche/sandbox';
 *
 * await using server = await tumblrSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'bakery' });
 * const answer = await fetch(`${server.url}/v2/blog/${id}/posts`, {
 *   method: 'POST',
 *   headers: {
 *     authorization: `Bearer ${credentials['accessToken']}`,
 *     'content-type': 'application/json',
 *   },
 *   body: JSON.stringify({ content: [{ type: 'text', text: 'The galette is back.' }] }),
 * });
 * answer.status; // => 201
 * server.posts(id)[0]?.text; // => 'The galette is back.'
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function tumblrSandbox(
  options: SandboxOptions<TumblrSandboxSettings> = {},
): Promise<Sandbox<TumblrSandboxSettings>> {
  return startSandbox(
    {
      tables: `${peopleTables}${keptPostTable}`,
      settings: tumblrDefaults,
      audience: tumblrAudience,
      network: tumblrNetwork,
      createAccount: (tumblr, account) => openPerson(tumblr, account, account.handle),
      posts,
    },
    options,
  );
}

/** What readers see: neither drafts nor what still waits in the queue. */
function posts(tumblr: Tumblr, account: string): SandboxPost[] {
  return keptPosts(tumblr, account)
    .filter((post) => isPublished(tumblr, post))
    .map((post) => ({
      id: post.id,
      url: `https://www.tumblr.com/${account}/${post.id}`,
      text: wordsOf(post),
      publishedAt: instant(post.createdAt),
    }));
}
