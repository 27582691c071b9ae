import { instant } from '@affiche/core';
import { keptPosts, keptPostTable } from '../kept-posts.ts';
import { openPerson, peopleTables } from '../people.ts';
import type { Sandbox, SandboxOptions, SandboxPost } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { type Reddit, textOf } from './context.ts';
import { redditNetwork } from './network.ts';
import { redditAudience, redditDefaults, type RedditSandboxSettings } from './settings.ts';
import { permalinkOf } from './things.ts';

/**
 * Starts a Reddit server on loopback: refusals with the status of a yes, posts with media that appear
 * later and without a word, and breaks for whoever writes too often. A community whose name begins
 * with `strict` wants flair; one that is called `nowhere` is not there.
 *
 * ```ts
 * import { redditSandbox } from '@affiche/sandbox';
 *
 * await using server = await redditSandbox({ seed: 'readme' });
 * const { credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const answer = await fetch(`${server.url}/api/v1/me`, { headers });
 * answer.headers.get('x-ratelimit-remaining'); // => '999.0'
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function redditSandbox(
  options: SandboxOptions<RedditSandboxSettings> = {},
): Promise<Sandbox<RedditSandboxSettings>> {
  return startSandbox(
    {
      tables: `${peopleTables}${keptPostTable}
        CREATE TABLE IF NOT EXISTS removed (id TEXT PRIMARY KEY) STRICT;`,
      settings: redditDefaults,
      audience: redditAudience,
      network: redditNetwork,
      createAccount: (reddit, account) => openPerson(reddit, account, account.handle),
      posts,
    },
    options,
  );
}

function posts(reddit: Reddit, account: string): SandboxPost[] {
  return keptPosts(reddit, account).map((post) => {
    const { id, kind, fields, createdAt } = post;
    return {
      id,
      url: `https://www.reddit.com${permalinkOf(post)}`,
      text: textOf(fields, 'text') || textOf(fields, 'title'),
      publishedAt: instant(createdAt),
      ...(kind === 't1' && { inReplyTo: textOf(fields, 'thing_id') }),
    };
  });
}
