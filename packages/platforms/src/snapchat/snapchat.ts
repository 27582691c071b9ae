import type { Platform } from '@affiche/core';
import { stepRunner } from '../step-runner.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { SnapchatFacts, verify } from './facts.ts';
import { snapchatManifest } from './manifest.ts';
import { authenticate } from './oauth.ts';
import { preview } from './preview.ts';
import { SnapchatOptions, type SnapchatSettings } from './settings.ts';
import { createSnap, reconcile } from './snaps.ts';
import { upload } from './uploads.ts';

type Snapchat = Platform<SnapchatOptions, SnapchatFacts>;

/** The adapter of Snapchat, with everything that it can do. */
export type SnapchatPlatform = Snapchat & Required<Pick<Snapchat, 'authenticate' | 'verify'>>;

const run = stepRunner('snapchat', { upload, 'create-snap': createSnap });

/**
 * Snapchat, for public profiles of organizations on Snap's list: stories and spotlights. Experimental:
 * parts of the interface are known from others alone.
 *
 * ```ts
 * import { snapchat } from '@affiche/platforms/snapchat';
 *
 * snapchat().manifest.access?.kind; // => 'restricted'
 * ```
 *
 * @see {@link https://developers.snap.com/api/marketing-api/Public-Profile-API/Introduction | Snap: Public Profile API} (2026-11-21)
 */
export function snapchat(settings: SnapchatSettings = {}): SnapchatPlatform {
  return {
    id: 'snapchat',
    manifest: snapchatManifest(settings),
    options: SnapchatOptions,
    factsSchema: SnapchatFacts,
    defaultFacts: {},
    facts: async () => ({}),
    check: (composition) => check(composition, settings),
    preview,
    compile: (composition, seed) => compile(composition, settings, seed),
    run,
    reconcile,
    authenticate,
    verify,
  };
}
