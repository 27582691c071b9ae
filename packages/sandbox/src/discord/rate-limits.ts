import type { Answer, Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge, type RateState } from '../rate-budgets.ts';
import type { Discord } from './context.ts';
import { hash } from './context.ts';

/** Charges a request to everything that Discord counts: messages, all requests, and what was refused. */
export function admit(discord: Discord, exchange: Exchange, { method, path }: Route): Admission {
  const { database, settings, clock } = discord;
  const now = clock.now();
  const { webhook, channel, token } = exchange.parameters;
  const whose = exchange.headers.authorization ?? `${webhook} ${token}`;
  const subject = hash(whose).toString('base64url').slice(0, 16);
  const global = { name: 'global', points: settings.requestsPerSecond, windowSeconds: 1 };
  const all = charge(database, global, { subject, points: 1, now });
  if (all.exceeded) return { headers: {}, refused: throttled(all.resetAt - now, true) };
  const posts = method === 'POST' && (path.endsWith('/messages') || path.endsWith('/:token'));
  if (!posts) return { headers: {} };
  const whole = `${subject} ${webhook ?? channel}`;
  const short = { name: 'messages-2s', points: settings.messagesPer2Seconds, windowSeconds: 2 };
  const long = { name: 'messages-1m', points: settings.messagesPerMinute, windowSeconds: 60 };
  const states = [short, long].map((budget) =>
    charge(database, budget, { subject: whole, points: 1, now }),
  );
  const [first] = states;
  const refusing = states.findLast(({ exceeded }) => exceeded);
  const headers = first ? rateHeaders(refusing ?? first, now) : {};
  if (!refusing) return { headers };
  return { headers, refused: throttled(refusing.resetAt - now, false) };
}

function rateHeaders({ budget, remaining, resetAt }: RateState, now: number) {
  return {
    'x-ratelimit-limit': String(budget.points),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': (resetAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': ((resetAt - now) / 1000).toFixed(3),
    'x-ratelimit-bucket': hash(budget.name).toString('hex').slice(0, 32),
  };
}

/** What Discord says of too many requests. */
export function throttled(milliseconds: number, global: boolean): Answer {
  const seconds = Math.max(0.001, milliseconds / 1000);
  return {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
    body: { message: 'You are being rate limited.', code: 0, retry_after: seconds, global },
  };
}
