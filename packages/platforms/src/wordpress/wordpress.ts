import type { Platform } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { readFacts, verify, WordPressFacts } from './facts.ts';
import { openInbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { wordPressLimits } from './limits.ts';
import { wordPressManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { WordPressOptions, type WordPressSettings } from './settings.ts';
import { undo } from './undo.ts';

/** The adapter of WordPress, with everything that it can do. */
export type WordPressPlatform = Platform<WordPressOptions, WordPressFacts> &
  Required<Pick<Platform<WordPressOptions, WordPressFacts>, 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: ReturnType<typeof openInbox>;
  };

/**
 * A blog on WordPress, through its REST API and an application password. The account's id is the name
 * of the user who posts, and its host is the blog's.
 *
 * A post is stored as a draft first, which is found again by its slug, and shown by one change that may
 * be repeated: whatever is lost on the way, readers see it once.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { wordpress } from '@affiche/platforms/wordpress';
 *
 * const platform = wordpress();
 * const text = '# The galette is back\n\nWith *almonds*. <script>alert(1)</script>';
 * const draft = Draft.parse({ id: 'galette', items: [{ text }] });
 * const account = { platform: 'wordpress', id: 'baker', host: 'bakery.example' };
 * const options = platform.options.parse({ tags: ['Epiphany'] });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.segments[0]?.text; // => 'With almonds.'
 * ```
 *
 * @see {@link https://developer.wordpress.org/rest-api/ | WordPress: REST API} (2026-11-21)
 */
export function wordpress(settings: WordPressSettings = {}): WordPressPlatform {
  const limits = wordPressLimits(settings);
  return {
    id: 'wordpress',
    manifest: wordPressManifest(settings),
    options: WordPressOptions,
    factsSchema: WordPressFacts,
    defaultFacts: WordPressFacts.parse({}),
    facts: (account, io) => readFacts(account, io, settings),
    check: (composition) => check(composition, limits, settings),
    preview,
    compile,
    run: (account, step, progress, io) => run(account, step, progress, io, settings),
    reconcile: (account, step, progress, armedAt, io) =>
      reconcile(account, step, progress, armedAt, io, settings),
    verify: (account, io) => verify(account, io, settings),
    undo: (account, step, output, io) => undo(account, step, output, io, settings),
    insights: (account, posts, io) => readInsights(account, posts, io, settings),
    inbox: openInbox(settings),
  };
}
