import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { TumblrFacts, verify } from './facts.ts';
import { readInsights } from './insights.ts';
import { tumblrManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { TumblrOptions, type TumblrSettings } from './settings.ts';
import { undo } from './undo.ts';

type Tumblr = Platform<TumblrOptions, TumblrFacts>;

/** The adapter of Tumblr, with everything that it can do. */
export type TumblrPlatform = Tumblr &
  Required<Pick<Tumblr, 'authenticate' | 'verify' | 'undo' | 'insights'>>;

/**
 * Tumblr, through its API v2: posts of paragraphs, pictures, a film and a link, now, in the queue, or
 * as a draft. The account's id is the blog's name.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { tumblr } from '@affiche/platforms/tumblr';
 *
 * const platform = tumblr();
 * const draft = Draft.parse({ id: 'boots', items: [{ text: 'Resoled.\n\nFor life.' }] });
 * const options = platform.options.parse({ tags: ['boots'] });
 * const account = { platform: 'tumblr', id: 'bakery' };
 * platform.check({ account, draft, options, facts: platform.defaultFacts }); // => []
 * ```
 *
 * @see {@link https://github.com/tumblr/docs | Tumblr's documentation} (2026-11-22)
 */
export function tumblr(settings: TumblrSettings = {}): TumblrPlatform {
  return {
    id: 'tumblr',
    manifest: tumblrManifest(settings),
    options: TumblrOptions,
    factsSchema: TumblrFacts,
    defaultFacts: {},
    facts: async () => ({}),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, settings),
    compile: (composition) => compile(composition, settings),
    run,
    reconcile,
    authenticate,
    verify,
    undo,
    insights: readInsights,
  };
}
