import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { BlueskyFacts, readFacts } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { blueskyManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { blueskyLimits } from './rules.ts';
import { run } from './run.ts';
import { authenticate } from './session.ts';
import { BlueskyOptions, type BlueskySettings } from './settings.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** The adapter of Bluesky, with everything that it can do. */
export type BlueskyPlatform = Platform<BlueskyOptions, BlueskyFacts> &
  Required<
    Pick<Platform<BlueskyOptions, BlueskyFacts>, 'authenticate' | 'verify' | 'undo' | 'insights'>
  > & {
    readonly inbox: typeof inbox;
  };

/**
 * Bluesky, and every other server of the AT Protocol that knows its posts.
 *
 * A post is a record under a key that is chosen before it is sent, so that sending it again
 * changes nothing, and looking for it is looking in one place.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { bluesky } from '@affiche/platforms/bluesky';
 *
 * const platform = bluesky();
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back. #Epiphany' }] });
 * const account = { platform: 'bluesky', id: 'did:plc:abc' };
 * const options = platform.options.parse({});
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.measured; // => 30
 * ```
 *
 * @see {@link https://docs.bsky.app | Bluesky: documentation} (2026-11-21)
 */
export function bluesky(settings: BlueskySettings = {}): BlueskyPlatform {
  const limits = blueskyLimits(settings);
  return {
    id: 'bluesky',
    manifest: blueskyManifest(limits),
    options: BlueskyOptions,
    factsSchema: BlueskyFacts,
    defaultFacts: {},
    facts: readFacts,
    check: (composition) => check(composition, limits, settings),
    preview: (composition) => preview(composition, limits),
    compile,
    run: (account, step, progress, io) => run(account, step, progress, io, settings),
    reconcile,
    authenticate,
    verify,
    undo,
    insights: readInsights,
    inbox,
  };
}
