import type { Account, Platform, PlatformIo } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, ThreadsFacts } from './facts.ts';
import { openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { threadsLimits } from './limits.ts';
import { threadsManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { repost } from './repost.ts';
import { run } from './run.ts';
import { authenticate, verify } from './session.ts';
import { ThreadsOptions, type ThreadsSettings } from './settings.ts';
import { undo } from './undo.ts';

type Threads = Platform<ThreadsOptions, ThreadsFacts>;

/** The adapter of Threads, with everything that it can do. */
export type ThreadsPlatform = Threads &
  Required<Pick<Threads, 'authenticate' | 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: ReturnType<typeof openInbox>;
    /**
     * Shows somebody's post to the account's own followers, and tells the number of the repost. It is
     * not a part of a plan: when it fails, see in the app whether it is there.
     *
     * @throws PlatformError `platform-call-failed` when the network says no, or nothing.
     */
    repost(
      account: Account,
      post: { readonly id: string },
      io: PlatformIo,
    ): Promise<{ readonly id: string }>;
  };

/**
 * Threads, through the interface that Meta documents.
 *
 * Every post is a container first, which nobody sees and which may be made twice. Publishing is one
 * request more; when its answer is lost, the container tells whether it was published.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { threads } from '@affiche/platforms/threads';
 *
 * const platform = threads();
 * const draft = Draft.parse({ id: 'boots', items: [{ text: 'New boots 🥾' }] });
 * const account = { platform: 'threads', id: '1234567' };
 * const options = platform.options.parse({ replies: 'followers' });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.measured; // => 14
 * ```
 *
 * @see {@link https://developers.facebook.com/documentation/threads | Meta: Threads} (2026-11-21)
 */
export function threads(settings: ThreadsSettings = {}): ThreadsPlatform {
  const { version } = settings;
  return {
    id: 'threads',
    manifest: threadsManifest(settings),
    options: ThreadsOptions,
    factsSchema: ThreadsFacts,
    defaultFacts: ThreadsFacts.parse({}),
    facts: (account, io) => readFacts(account, io, version),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, threadsLimits(settings)),
    compile: (composition) => compile(composition, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, version),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, version),
    authenticate,
    verify: (account, io) => verify(account, io, version),
    undo: (account, step, output, io) => undo(account, step, output, io, version),
    insights: (account, posts, io) => readInsights(account, posts, io, version),
    inbox: openInbox(version),
    repost: (account, post, io) => repost(account, post, io, version),
  };
}
