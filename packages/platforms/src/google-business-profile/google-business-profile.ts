import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { GoogleBusinessProfileFacts, readFacts } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { businessManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { GoogleBusinessProfileOptions, type GoogleBusinessProfileSettings } from './settings.ts';
import { undo } from './undo.ts';

type Business = Platform<GoogleBusinessProfileOptions, GoogleBusinessProfileFacts>;

/** The adapter of Google Business Profile, with everything that it can do. */
export type GoogleBusinessProfilePlatform = Business &
  Required<Pick<Business, 'authenticate' | 'verify' | 'undo' | 'insights' | 'inbox'>>;

/**
 * Google Business Profile: news, events and offers of one place, and its reviews. The account's id is
 * the place as Google names it, `accounts/1/locations/2`.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { googleBusinessProfile } from '@affiche/platforms/google-business-profile';
 *
 * const platform = googleBusinessProfile();
 * const draft = Draft.parse({ id: 'boots', items: [{ text: 'Call us: +43 1 234 56 78' }] });
 * const account = { platform: 'google-business-profile', id: 'accounts/1/locations/2' };
 * const options = platform.options.parse({ action: 'CALL' });
 * const [finding] = platform.check({ account, draft, options, facts: {} });
 * finding?.rule; // => 'google-business-profile/text/phone'
 * ```
 *
 * @see {@link https://developers.google.com/my-business | Google Business Profile APIs} (2026-11-21)
 */
export function googleBusinessProfile(
  settings: GoogleBusinessProfileSettings = {},
): GoogleBusinessProfilePlatform {
  return {
    id: 'google-business-profile',
    manifest: businessManifest(settings),
    options: GoogleBusinessProfileOptions,
    factsSchema: GoogleBusinessProfileFacts,
    defaultFacts: {},
    facts: readFacts,
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, settings),
    compile: (composition) => compile(composition, settings),
    run,
    reconcile,
    authenticate,
    verify: async (account, io) => {
      await readFacts(account, io);
    },
    undo,
    insights: readInsights,
    inbox,
  };
}
