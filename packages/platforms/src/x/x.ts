import { type Account, ConfigurationError, type Platform, type PlatformIo } from '@affiche/core';
import { readX } from './api.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, XFacts } from './facts.ts';
import { openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { xManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { authenticate } from './session.ts';
import { XOptions, type XSettings } from './settings.ts';
import { undo } from './undo.ts';
import { Me } from './wire.ts';

/** The adapter of X, with everything that it can do. */
export type XPlatform = Platform<XOptions, XFacts> &
  Required<Pick<Platform<XOptions, XFacts>, 'authenticate' | 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: ReturnType<typeof openInbox>;
  };

/**
 * X, once Twitter, through its API version 2.
 *
 * The network has no key for a post, so that a post whose answer was lost is looked for among the
 * account's own; a refusal as "duplicate" is a reason to look, and no proof.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { x } from '@affiche/platforms/x';
 *
 * const platform = x();
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back: example.com' }] });
 * const account = { platform: 'x', id: '2244994945' };
 * const options = platform.options.parse({});
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.measured; // => 44
 * ```
 *
 * @see {@link https://docs.x.com | X: documentation} (2026-11-21)
 */
export function x(settings: XSettings = {}): XPlatform {
  return {
    id: 'x',
    manifest: xManifest(settings),
    options: XOptions,
    factsSchema: XFacts,
    defaultFacts: XFacts.parse({}),
    facts: readFacts,
    check: (composition) => check(composition, settings),
    preview,
    compile: (composition) => compile(composition, settings),
    run,
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, settings),
    authenticate,
    verify,
    undo,
    insights: (account, posts, io) => readInsights(account, posts, io, settings),
    inbox: openInbox(settings),
  };
}

async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { data } = await readX(
    account,
    { method: 'get', path: '/2/users/me', answer: Me, timeoutSeconds: 15 },
    io,
  );
  if (data.id === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the X account ${account.id} opens ${data.id} (${data.username ?? 'no name'})`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: data.id },
  });
}
