import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { MastodonFacts, readFacts } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { mastodonManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { MastodonOptions, type MastodonSettings } from './settings.ts';
import { undo } from './undo.ts';
import { verify } from './own-account.ts';

/** The adapter of Mastodon, with everything that it can do. */
export type MastodonPlatform = Platform<MastodonOptions, MastodonFacts> &
  Required<Pick<Platform<MastodonOptions, MastodonFacts>, 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: typeof inbox;
  };

/**
 * Mastodon, and the other servers that speak its language: GoToSocial, Pleroma, Akkoma, Hollo,
 * and Mastodon's own forks. Each says what it allows; see {@link MastodonFacts}.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { mastodon } from '@affiche/platforms/mastodon';
 *
 * const platform = mastodon();
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back. #Epiphany' }] });
 * const account = { platform: 'mastodon', id: '42', host: 'mastodon.social' };
 * const options = platform.options.parse({});
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.limit; // => 500
 * ```
 *
 * @see {@link https://docs.joinmastodon.org | Mastodon: documentation} (2026-11-21)
 */
export function mastodon(settings: MastodonSettings = {}): MastodonPlatform {
  return {
    id: 'mastodon',
    manifest: mastodonManifest(settings),
    options: MastodonOptions,
    factsSchema: MastodonFacts,
    defaultFacts: MastodonFacts.parse({}),
    facts: readFacts,
    check: (composition) => check(composition, settings),
    preview,
    compile: (composition, seed) => compile(composition, seed, settings),
    run,
    reconcile,
    verify,
    undo,
    insights: readInsights,
    inbox,
  };
}
