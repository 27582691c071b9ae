import type { InboxItem } from '@affiche/core';
import { sameSecret } from '../same-secret.ts';
import { type HeardChats, itemsOf } from './updates.ts';
import { Update } from './wire.ts';

/** What a request to the webhook was. */
export type TelegramDelivery =
  | { readonly status: 'accepted'; readonly items: readonly InboxItem[] }
  /** An update that came before; Telegram repeats one whose answer it missed. */
  | { readonly status: 'repeated' }
  | { readonly status: 'refused'; readonly why: string };

/** How a webhook listens. */
export interface TelegramWebhookOptions extends HeardChats {
  /** The `secret_token` that was given to `setWebhook`. */
  readonly secretToken: string;
  /**
   * How many updates are remembered, so that a repeated one is known.
   *
   * @defaultValue 10_000
   */
  readonly remembered?: number;
}

/**
 * Reads what Telegram delivers to a webhook. The secret is compared in constant time, and an update
 * that came before is told apart; answer 200 to both, and 401 to what is refused.
 *
 * ```ts
 * import { telegramWebhook } from '@affiche/platforms/telegram';
 *
 * const receive = telegramWebhook({ secretToken: 'open-sesame', chat: -1001234567890 });
 * const headers = new Headers({ 'x-telegram-bot-api-secret-token': 'open-sesame' });
 * const { status } = await receive({ headers, body: '{"update_id":1}' });
 * status; // => 'accepted'
 * ```
 *
 * @see {@link https://core.telegram.org/bots/api#setwebhook | Telegram: setWebhook} (2026-11-21)
 */
export function telegramWebhook({
  secretToken,
  remembered = 10_000,
  ...chats
}: TelegramWebhookOptions) {
  const seen = new Set<number>();
  return async (request: {
    readonly headers: Headers;
    readonly body: string;
  }): Promise<TelegramDelivery> => {
    const given = request.headers.get('x-telegram-bot-api-secret-token') ?? '';
    if (secretToken === '' || !(await sameSecret(given, secretToken))) {
      return { status: 'refused', why: 'the secret token is missing or wrong' };
    }
    const update = Update.safeParse(parseJson(request.body)).data;
    if (!update) return { status: 'refused', why: 'the body is no update' };
    if (seen.has(update.update_id)) return { status: 'repeated' };
    const [oldest] = seen;
    if (seen.size >= remembered && oldest !== undefined) seen.delete(oldest);
    seen.add(update.update_id);
    return { status: 'accepted', items: itemsOf(update, chats) };
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
