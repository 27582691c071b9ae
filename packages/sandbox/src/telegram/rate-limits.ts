import type { Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge } from '../rate-budgets.ts';
import { failure, field, textField, type Telegram } from './context.ts';

/** Charges a message to its chat and its bot; no header tells anything, only the refusal does. */
export function admit(
  { settings, database, clock }: Telegram,
  exchange: Exchange,
  { path }: Route,
): Admission {
  if (!path.startsWith('/:bot/send')) return { headers: {} };
  const now = clock.now();
  const bot = exchange.parameters['bot'] ?? '';
  const media = field(exchange, 'media');
  const points = Array.isArray(media) ? media.length : 1;
  const minute = { name: 'chat-minute', points: settings.messagesPerMinute, windowSeconds: 60 };
  const second = { name: 'bot-second', points: settings.messagesPerSecond, windowSeconds: 1 };
  const states = [
    charge(database, second, { subject: bot, points, now }),
    charge(database, minute, {
      subject: `${bot} ${textField(exchange, 'chat_id')}`,
      points,
      now,
    }),
  ];
  const refusing = states.filter(({ exceeded }) => exceeded);
  if (refusing.length === 0) return { headers: {} };
  const resetAt = Math.max(...refusing.map((state) => state.resetAt));
  return { headers: {}, refused: tooMany(Math.max(1, Math.ceil((resetAt - now) / 1000))) };
}

/** What Telegram says of too many messages. */
export function tooMany(seconds: number) {
  return failure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
