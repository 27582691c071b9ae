import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge, type RateBudget } from '../rate-budgets.ts';
import { hash, type Mastodon } from './context.ts';

const minutes5 = 300;
const minutes30 = 1800;

/** Charges a request to its budgets; the answer shows the one with the least left. */
export function admit(mastodon: Mastodon, exchange: Exchange, route: Route): Admission {
  const { settings, database, clock } = mastodon;
  if (!settings.rateLimits || !route.path.startsWith('/api/')) return { headers: {} };
  const token = bearerToken(exchange);
  // Not the token itself: budgets are read by people who debug.
  const subject =
    token === undefined ? exchange.address : hash(token).toString('base64url').slice(0, 16);
  const now = clock.now();
  const states = budgetsOf(mastodon, route).map((budget) =>
    charge(database, budget, { subject, points: 1, now }),
  );
  const tightest = states.reduce((least, state) =>
    state.remaining < least.remaining ? state : least,
  );
  const refusing = states.find(({ exceeded }) => exceeded);
  const { budget, remaining, resetAt } = refusing ?? tightest;
  const headers = {
    'x-ratelimit-limit': String(budget.points),
    'x-ratelimit-remaining': String(remaining),
    // Microseconds, as the real server writes them.
    'x-ratelimit-reset': new Date(resetAt).toISOString().replace('Z', '000Z'),
  };
  if (!refusing) return { headers };
  const wait = String(Math.ceil((resetAt - now) / 1000));
  return {
    headers: { ...headers, ...(settings.retryAfter && { 'retry-after': wait }) },
    refused: { status: 429, body: { error: 'Too many requests' } },
  };
}

function budgetsOf({ settings }: Mastodon, { method, path }: Route): RateBudget[] {
  const all = { name: 'requests', points: settings.requestsPer5Minutes, windowSeconds: minutes5 };
  if (method === 'POST' && /^\/api\/v[12]\/media$/.test(path)) {
    return [all, { name: 'media', points: settings.mediaPer30Minutes, windowSeconds: minutes30 }];
  }
  const deletes =
    (method === 'DELETE' && path === '/api/v1/statuses/:id') || path.endsWith('/unreblog');
  if (!deletes) return [all];
  return [all, { name: 'deletes', points: settings.deletesPer30Minutes, windowSeconds: minutes30 }];
}
