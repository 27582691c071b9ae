import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, RedditFacts, verify } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { redditManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { RedditOptions, type RedditSettings } from './settings.ts';
import { undo } from './undo.ts';

type Reddit = Platform<RedditOptions, RedditFacts>;

/** The adapter of Reddit, with everything that it can do. */
export type RedditPlatform = Reddit &
  Required<Pick<Reddit, 'authenticate' | 'verify' | 'undo' | 'insights' | 'inbox'>>;

/**
 * Reddit: posts of text, a link, pictures or a video, and comments. The account's id is its name.
 *
 * A link is refused where it was posted before; everything else is looked for among the account's
 * newest, by its title and its words.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { reddit } from '@affiche/platforms/reddit';
 *
 * const platform = reddit();
 * const draft = Draft.parse({ id: 'boots', items: [{ text: 'We resole for life. Ask us.' }] });
 * const account = { platform: 'reddit', id: 'bakery_boots' };
 * const options = platform.options.parse({ subreddit: 'boots', title: 'How resoling works' });
 * platform.check({ account, draft, options, facts: platform.defaultFacts }); // => []
 * ```
 *
 * @see {@link https://github.com/praw-dev/praw | PRAW, the client that follows Reddit} (2026-11-21)
 */
export function reddit(settings: RedditSettings = {}): RedditPlatform {
  return {
    id: 'reddit',
    manifest: redditManifest(settings),
    options: RedditOptions,
    factsSchema: RedditFacts,
    defaultFacts: {},
    facts: (account, io) => readFacts(account, io, settings),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, settings),
    compile: (composition) => compile(composition, settings),
    run,
    reconcile,
    authenticate,
    verify,
    undo,
    insights: readInsights,
    inbox,
  };
}
