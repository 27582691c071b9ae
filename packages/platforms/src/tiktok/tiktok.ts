import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, TikTokFacts, verify } from './facts.ts';
import { readInsights } from './insights.ts';
import { tiktokManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { TikTokOptions, type TikTokSettings } from './settings.ts';

type TikTok = Platform<TikTokOptions, TikTokFacts>;

/** The adapter of TikTok, with everything that it can do. */
export type TikTokPlatform = TikTok &
  Required<Pick<TikTok, 'authenticate' | 'verify' | 'insights'>>;

/**
 * TikTok, through its Content Posting API: films and photos, published or put into the inbox.
 *
 * A film that is sent has a number before its first byte leaves, so that a lost answer is no question:
 * the number is asked about. What TikTok fetches itself has none until its answer came.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { tiktok } from '@affiche/platforms/tiktok';
 *
 * const platform = tiktok({ audited: true });
 * const film = {
 *   source: { path: 'galette.mp4' },
 *   kind: 'video',
 *   mimeType: 'video/mp4',
 *   bytes: 50_000_123,
 *   durationSeconds: 42,
 * };
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'Folding #galette', media: [film] }] });
 * const account = { platform: 'tiktok', id: 'open-id' };
 * const options = platform.options.parse({
 *   consent: { musicUsage: true, brandedContent: false },
 *   disclosure: { ownBrand: true, brandedContent: false },
 * });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition).map(({ rule }) => rule); // => ['tiktok/privacy/not-chosen']
 * ```
 *
 * @see {@link https://developers.tiktok.com/doc/content-posting-api-get-started | TikTok: Content Posting API} (2026-11-21)
 */
export function tiktok(settings: TikTokSettings = {}): TikTokPlatform {
  const { chunkBytes = 10_000_000 } = settings;
  return {
    id: 'tiktok',
    manifest: tiktokManifest(settings),
    options: TikTokOptions,
    factsSchema: TikTokFacts,
    defaultFacts: {},
    facts: readFacts,
    check: (composition) => check(composition, settings),
    preview,
    compile: (composition) => compile(composition, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, chunkBytes),
    reconcile,
    authenticate,
    verify,
    insights: readInsights,
  };
}
