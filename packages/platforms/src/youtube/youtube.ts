import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, verify, YouTubeFacts } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { youtubeManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { YouTubeOptions, type YouTubeSettings } from './settings.ts';
import { undo } from './undo.ts';

type YouTube = Platform<YouTubeOptions, YouTubeFacts>;

/** The adapter of YouTube, with everything that it can do. */
export type YouTubePlatform = YouTube &
  Required<Pick<YouTube, 'authenticate' | 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: typeof inbox;
  };

/**
 * YouTube, through its Data API: films with thumbnails, subtitles, playlists and a first comment.
 *
 * A film goes into a session, whose address is kept before its first byte leaves: after a lost answer
 * the session says how much arrived, or which film it became.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { youtube } from '@affiche/platforms/youtube';
 *
 * const platform = youtube({ audited: true });
 * const film = { source: { path: 'galette.mp4' }, kind: 'video', mimeType: 'video/mp4', bytes: 50_000_123 };
 * const text = 'How we fold a galette\nStep by step, with almonds.';
 * const draft = Draft.parse({ id: 'galette', items: [{ text, media: [film] }] });
 * const account = { platform: 'youtube', id: 'UC1234' };
 * const options = platform.options.parse({ tags: ['galette', 'puff pastry'], madeForKids: false });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * ```
 *
 * @see {@link https://developers.google.com/youtube/v3 | YouTube Data API} (2026-11-21)
 */
export function youtube(settings: YouTubeSettings = {}): YouTubePlatform {
  const { chunkBytes = 8_388_608 } = settings;
  return {
    id: 'youtube',
    manifest: youtubeManifest(settings),
    options: YouTubeOptions,
    factsSchema: YouTubeFacts,
    defaultFacts: {},
    facts: readFacts,
    check: (composition) => check(composition, settings),
    preview,
    compile: (composition) => compile(composition, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, chunkBytes),
    reconcile,
    authenticate,
    verify,
    undo,
    insights: readInsights,
    inbox,
  };
}
