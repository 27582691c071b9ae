import type { Account, Platform, PlatformIo } from '@affiche/core';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { editText, type TelegramEdit } from './edit.ts';
import { readFacts, TelegramFacts, verify } from './facts.ts';
import { inbox } from './inbox.ts';
import { readInsights } from './insights.ts';
import { telegramLimits } from './limits.ts';
import { telegramManifest } from './manifest.ts';
import { preview } from './preview.ts';
import { reconcile } from './reconcile.ts';
import { run } from './run.ts';
import { TelegramOptions, type TelegramSettings } from './settings.ts';
import { undo } from './undo.ts';

/** The adapter of Telegram, with everything that it can do. */
export type TelegramPlatform = Platform<TelegramOptions, TelegramFacts> &
  Required<Pick<Platform<TelegramOptions, TelegramFacts>, 'verify' | 'undo' | 'insights'>> & {
    readonly inbox: typeof inbox;
    /** Replaces the text of a message, or the caption of its file. */
    editText(account: Account, edit: TelegramEdit, io: PlatformIo): Promise<void>;
  };

/**
 * Telegram, through a bot that may post in a channel or a group. The account's id is the chat's:
 * `@bakery`, or `-1001234567890`.
 *
 * A bot sees nothing of what it posted, so that a message whose answer was lost is never sent again:
 * a person must look.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { telegram } from '@affiche/platforms/telegram';
 *
 * const platform = telegram();
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back.' }] });
 * const account = { platform: 'telegram', id: '@bakery' };
 * const options = platform.options.parse({ entities: [{ type: 'bold', offset: 4, length: 7 }] });
 * const composition = { account, draft, options, facts: platform.defaultFacts };
 * platform.check(composition); // => []
 * platform.preview(composition).items[0]?.length.limit; // => 4096
 * ```
 *
 * @see {@link https://core.telegram.org/bots/api | Telegram: Bot API} (2026-11-21)
 */
export function telegram(settings: TelegramSettings = {}): TelegramPlatform {
  const limits = telegramLimits(settings);
  return {
    id: 'telegram',
    manifest: telegramManifest(settings),
    options: TelegramOptions,
    factsSchema: TelegramFacts,
    defaultFacts: TelegramFacts.parse({}),
    facts: readFacts,
    check: (composition) => check(composition, limits),
    preview: (composition) => preview(composition, limits),
    compile,
    run,
    reconcile,
    verify,
    undo,
    insights: readInsights,
    inbox,
    editText,
  };
}
