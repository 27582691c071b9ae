import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { PinterestFacts, readFacts, verify } from './facts.ts';
import { readInsights } from './insights.ts';
import { pinterestManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { PinterestOptions, type PinterestSettings } from './settings.ts';
import { undo } from './undo.ts';

type Pinterest = Platform<PinterestOptions, PinterestFacts>;

/** The adapter of Pinterest, with everything that it can do. */
export type PinterestPlatform = Pinterest &
  Required<Pick<Pinterest, 'authenticate' | 'verify' | 'undo' | 'insights'>>;

/**
 * Pinterest, through its API v5: pins with one picture, with two to five, or with a film.
 *
 * The network takes the same pin as often as it is sent; a lost one is looked for among the newest of
 * its board, so that a link of its own makes a pin sure to be recognised.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { pinterest } from '@affiche/platforms/pinterest';
 *
 * const platform = pinterest();
 * const image = {
 *   source: { url: 'https://cdn.example.com/boots.jpg' },
 *   kind: 'image',
 *   mimeType: 'image/jpeg',
 *   bytes: 250_000,
 *   alt: 'Brown boots on a doorstep.',
 * };
 * const link = { url: 'https://example.com/boots?utm_source=pinterest', title: 'Autumn boots' };
 * const items = [{ text: 'Resoled for life.', media: [image], link }];
 * const draft = Draft.parse({ id: 'boots', items });
 * const account = { platform: 'pinterest', id: '2783136121146311751' };
 * const options = platform.options.parse({ board: '549755885175' });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * ```
 *
 * @see {@link https://developers.pinterest.com/docs/api/v5/ | Pinterest API v5} (2026-11-21)
 */
export function pinterest(settings: PinterestSettings = {}): PinterestPlatform {
  return {
    id: 'pinterest',
    manifest: pinterestManifest(settings),
    options: PinterestOptions,
    factsSchema: PinterestFacts,
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
  };
}
