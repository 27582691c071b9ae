import type { Account, Platform, PlatformIo } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { LinkedInFacts, readFacts } from './facts.ts';
import { openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { manifestOf } from './manifest.ts';
import { preview } from './preview.ts';
import { type LinkedInReaction, react } from './reactions.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { authenticate, verify } from './session.ts';
import { LinkedInOptions, type LinkedInSettings } from './settings.ts';
import { editText, undo } from './undo.ts';
import { defaultVersion } from './versions.ts';

/** The adapter of LinkedIn, with everything that it can do. */
export type LinkedInPlatform = Platform<LinkedInOptions, LinkedInFacts> &
  Required<
    Pick<Platform<LinkedInOptions, LinkedInFacts>, 'authenticate' | 'verify' | 'undo' | 'insights'>
  > & {
    readonly inbox: ReturnType<typeof openInbox>;
    /**
     * Reacts to a post or a comment as the account itself. Twice is the same as once.
     *
     * @throws PlatformError `platform-call-failed` when the network says no.
     */
    react(account: Account, reaction: LinkedInReaction, io: PlatformIo): Promise<void>;
    /**
     * Replaces the text of a post or of an own comment, the one thing that can be changed. Twice is the
     * same as once.
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
 * LinkedIn, for organizations' pages and for members, through its Posts API.
 *
 * The account's id is its URN. An organization's lost post is looked for among its posts; members'
 * posts no application may list, so that a lost one is left to a person. A refusal as "duplicate"
 * names a post, which counts only when it can be read, says the same and is young enough.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { linkedin } from '@affiche/platforms/linkedin';
 *
 * const platform = linkedin();
 * const text = 'With thanks to @[Acme](urn:li:organization:2414183) (Vienna) #galette';
 * const draft = Draft.parse({ id: 'galette', items: [{ text }] });
 * const account = { platform: 'linkedin', id: 'urn:li:organization:5515715' };
 * const options = platform.options.parse({});
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.measured; // => 37
 * ```
 *
 * @see {@link https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api | LinkedIn: Posts API} (2026-11-21)
 */
export function linkedin(settings: LinkedInSettings = {}): LinkedInPlatform {
  const { apiVersion: version = defaultVersion, graceSeconds = 15, confirmSeconds = 20 } = settings;
  const setup = { version, graceSeconds, confirmSeconds };
  return {
    id: 'linkedin',
    manifest: manifestOf(settings),
    options: LinkedInOptions,
    factsSchema: LinkedInFacts,
    defaultFacts: {},
    facts: (account, io) => readFacts(account, io, setup),
    check: (composition) => check(composition, settings),
    preview: (composition) => preview(composition, settings),
    compile: (composition, seed) => compile(composition, seed, settings),
    run: (account, step, progress, io) => run(account, step, progress, io, setup),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, setup),
    authenticate,
    verify: (account, io) => verify(account, io, setup),
    undo: (account, step, output, io) => undo(account, step, output, io, setup),
    insights: (account, posts, io) => readInsights(account, posts, io, setup),
    inbox: openInbox(setup),
    react: (account, reaction, io) => react(account, reaction, io, setup),
    editText: (account, change, io) => editText(account, change, io, setup),
  };
}
