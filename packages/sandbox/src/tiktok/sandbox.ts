import { instant } from '@affiche/core';
import type { Sandbox, SandboxOptions, SandboxPost } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { openAccount } from './accounts.ts';
import type { TikTok } from './context.ts';
import { tiktokNetwork } from './network.ts';
import { numberOf, publicNumber, publishedOf, textOf } from './posts.ts';
import { tiktokAudience, tiktokDefaults, type TikTokSandboxSettings } from './settings.ts';
import { tiktokTables } from './tables.ts';

/**
 * Starts a TikTok server on loopback: films that come in chunks and in order, addresses that must be
 * proved, posts that are worked on and looked at before they have a number, and applications that
 * nobody has audited.
 *
 * ```ts
 * import { tiktokSandbox } from '@affiche/sandbox';
 *
 * await using server = await tiktokSandbox({ seed: 'readme', settings: { maxSeconds: 60 } });
 * const { credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const path = '/v2/post/publish/creator_info/query/';
 * const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers });
 * const { data } = (await answer.json()) as { data: { max_video_post_duration_sec: number } };
 * data.max_video_post_duration_sec; // => 60
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function tiktokSandbox(
  options: SandboxOptions<TikTokSandboxSettings> = {},
): Promise<Sandbox<TikTokSandboxSettings>> {
  return startSandbox(
    {
      tables: tiktokTables,
      settings: tiktokDefaults,
      audience: tiktokAudience,
      network: tiktokNetwork,
      createAccount: openAccount,
      posts,
    },
    options,
  );
}

/** Everything that is out, for whomever; what has no number yet is known by that of its upload. */
function posts(tiktok: TikTok, accountId: string): SandboxPost[] {
  return publishedOf(tiktok, accountId).map((post) => ({
    id: publicNumber(tiktok, post) ?? post.publishId,
    url: `https://www.tiktok.com/video/${numberOf(post)}`,
    text: textOf(post),
    publishedAt: instant(post.readyAt ?? post.begunAt),
  }));
}
