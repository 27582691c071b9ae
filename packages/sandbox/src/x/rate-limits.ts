import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge, type RateBudget } from '../rate-budgets.ts';
import { hash, problemAnswer, type X } from './context.ts';

const minutes15 = 900;
const day = 86_400;

/** Charges a request to the budget of its endpoint; nothing tells when to come back but the headers. */
export function admit(x: X, exchange: Exchange, { method, path }: Route): Admission {
  const { settings, database, clock } = x;
  const name = `${method} ${path}`;
  const points = settings.requestsPer15Minutes[name];
  if (!settings.rateLimits || points === undefined) return { headers: {} };
  const now = clock.now();
  const mine = { name, points, windowSeconds: minutes15 };
  const states = [charge(database, mine, { subject: subjectOf(x, exchange), points: 1, now })];
  if (name === 'POST /2/tweets') {
    const all: RateBudget = { name: 'app', points: settings.postsPerDay, windowSeconds: day };
    states.push(charge(database, all, { subject: 'app', points: 1, now }));
  }
  const refusing = states.find(({ exceeded }) => exceeded);
  const tightest = states.reduce((least, each) =>
    each.remaining < least.remaining ? each : least,
  );
  const { budget, remaining, resetAt } = refusing ?? tightest;
  const headers = rateHeaders(budget.points, remaining, resetAt);
  if (!refusing) return { headers };
  return { headers, refused: problemAnswer(429, 'Too Many Requests') };
}

/** What X says of a budget; the moment in whole seconds since the epoch. */
export function rateHeaders(limit: number, remaining: number, resetAt: number) {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(Math.ceil(resetAt / 1000)),
  };
}

/** Whose budget it is: the account's, whichever of its tokens is used. */
function subjectOf({ database }: X, exchange: Exchange): string {
  const token = bearerToken(exchange) ?? '';
  const row = database.one('SELECT account FROM token WHERE token = ?', token);
  return row ? String(row['account']) : hash(token).toString('base64url').slice(0, 16);
}
