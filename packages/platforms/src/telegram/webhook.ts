import { type Clock, type InboxItem, instant } from '@affiche/core';
import { sameSecret } from '../same-secret.ts';
import { memorySeenDeliveries, type SeenDeliveries } from '../webhooks/seen-deliveries.ts';
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
  readonly clock: Clock;
  /** @defaultValue the memory of this process */
  readonly seen?: SeenDeliveries;
}

// Telegram keeps an update that it could not deliver for a day.
const repeatedSeconds = 86_400;

/**
 * Reads what Telegram delivers to a webhook. The secret is compared in constant time, and an update
 * that came before is told apart; answer 200 to both, and 401 to what is refused.
 *
 * ```ts
 * import { systemClock } from '@affiche/core';
 * import { telegramWebhook } from '@affiche/platforms/telegram';
 *
 * const clock = systemClock();
 * const receive = telegramWebhook({ secretToken: 'open-sesame', chat: -1001234567890, clock });
 * const headers = new Headers({ 'x-telegram-bot-api-secret-token': 'open-sesame' });
 * const { status } = await receive({ headers, body: '{"update_id":1}' });
 * status; // => 'accepted'
 * ```
 *
 * @see {@link https://core.telegram.org/bots/api#setwebhook | Telegram: setWebhook} (2026-11-21)
 */
export function telegramWebhook({
  secretToken,
  clock,
  seen = memorySeenDeliveries(clock),
  ...chats
}: TelegramWebhookOptions) {
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
    // One memory may serve the webhooks of several bots, each of which numbers its own updates.
    const name = `telegram/${chats.chat}/${update.update_id}`;
    const until = instant(clock.now() + repeatedSeconds * 1000);
    if (!(await seen.remember(name, until))) return { status: 'repeated' };
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
