import type { Platform } from '@affiche/core';
import { defaultVersion } from '../meta/versions.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { InstagramFacts, readFacts } from './facts.ts';
import { type InstagramInbox, openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { instagramLimits } from './limits.ts';
import { instagramManifest } from './manifest.ts';
import { InstagramOptions } from './options.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { authenticate, verify } from './session.ts';
import type { InstagramSettings } from './settings.ts';
import { undo } from './undo.ts';

type Base = Platform<InstagramOptions, InstagramFacts>;

/** The adapter of Instagram, with everything that it can do. */
export type InstagramPlatform = Base &
  Required<Pick<Base, 'authenticate' | 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: InstagramInbox;
  };

/**
 * Instagram, for professional accounts, through the interface that Meta documents.
 *
 * Every post is a container first, which nobody sees and which may be made twice. Publishing is one
 * request more; when its answer is lost, the container tells whether it was published.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { instagram } from '@affiche/platforms/instagram';
 *
 * const platform = instagram();
 * const image = {
 *   source: { url: 'https://bakery.example/galette.jpg' },
 *   kind: 'image',
 *   mimeType: 'image/jpeg',
 *   bytes: 240_000,
 *   alt: 'A galette with almonds.',
 * };
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'Back: #galette', media: [image] }] });
 * const account = { platform: 'instagram', id: '17841400000000000' };
 * const options = platform.options.parse({ location: '213385402' });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * const steps = platform.compile(composition, { key: 'one', at: '2027-01-04T08:00:00.000Z' });
 * steps.map(({ id }) => id); // => ['quota-0', 'container-0', 'post-0', 'permalink-0']
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/content-publishing | Meta: content publishing} (2026-11-21)
 */
export function instagram(settings: InstagramSettings = {}): InstagramPlatform {
  const { login = 'instagram', version = defaultVersion, processingMinutes = 5 } = settings;
  const setup = { login, version, processingMinutes };
  return {
    id: 'instagram',
    manifest: instagramManifest(settings),
    options: InstagramOptions,
    factsSchema: InstagramFacts,
    defaultFacts: InstagramFacts.parse({}),
    facts: (account, io) => readFacts(account, io, setup),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, instagramLimits(settings)),
    compile: (composition) => compile(composition, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, setup),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, setup),
    authenticate: (account, io) => authenticate(account, io, setup),
    verify: (account, io) => verify(account, io, setup),
    undo: (account, step, output, io) => undo(account, step, output, io, setup),
    insights: (account, posts, io) => readInsights(account, posts, io, setup),
    inbox: openInbox(setup),
  };
}
