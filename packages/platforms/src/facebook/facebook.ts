import type { Account, Platform, PlatformIo } from '@affiche/core';
import { defaultVersion } from '../meta/versions.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { FacebookFacts, readFacts } from './facts.ts';
import { openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { facebookLimits } from './limits.ts';
import { facebookManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { authenticate, verify } from './session.ts';
import { FacebookOptions, type FacebookSettings } from './settings.ts';
import { change, undo } from './undo.ts';

type Facebook = Platform<FacebookOptions, FacebookFacts>;

/** The adapter of Facebook, with everything that it can do. */
export type FacebookPlatform = Facebook &
  Required<Pick<Facebook, 'authenticate' | 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: ReturnType<typeof openInbox>;
    /**
     * Replaces the text of a post or of an own comment, the one thing that can be changed.
     *
     * @throws PlatformError `platform-call-failed` when the network says no.
     */
    editText(
      account: Account,
      change: { readonly id: string; readonly text: string },
      io: PlatformIo,
    ): Promise<void>;
  };

/**
 * Facebook pages, through Meta's Graph API. Profiles and groups cannot be published to.
 *
 * Pictures and films are sent first, where nobody sees them. A lost post is looked for among the
 * page's own, by its words, its pictures and its link; a film knows whether it was published.
 *
 * Tested against the sandbox of this project alone: Meta has no server to test against.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { facebook } from '@affiche/platforms/facebook';
 *
 * const platform = facebook();
 * const draft = Draft.parse({ id: 'boots', items: [{ text: 'New boots 🥾' }] });
 * const account = { platform: 'facebook', id: '1029384756' };
 * const options = platform.options.parse({});
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.measured; // => 11
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/pages-api | Meta: Pages API} (2026-11-21)
 */
export function facebook(settings: FacebookSettings = {}): FacebookPlatform {
  const { version = defaultVersion, processingSeconds = 1800 } = settings;
  const setup = { version, processingSeconds };
  return {
    id: 'facebook',
    manifest: facebookManifest(settings),
    options: FacebookOptions,
    factsSchema: FacebookFacts,
    defaultFacts: {},
    facts: (account, io) => readFacts(account, io, setup),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, facebookLimits(settings)),
    compile: (composition) => compile(composition, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, setup),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, setup),
    authenticate: (account, io) => authenticate(account, io, setup),
    verify: (account, io) => verify(account, io, setup),
    undo: (account, step, output, io) => undo(account, step, output, io, setup),
    insights: (account, posts, io) => readInsights(account, posts, io, setup),
    inbox: openInbox(setup),
    editText: (account, { id, text }, io) => change(account, [id], { message: text }, io, setup),
  };
}
