import type { Answer, Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge, type RateBudget, type RateState } from '../rate-budgets.ts';
import type { Bluesky } from './context.ts';
import { authenticate, authenticateUpload } from './sessions.ts';

interface Charge {
  readonly budget: RateBudget;
  readonly subject: string;
  readonly points: number;
}

const writePoints: Readonly<Record<string, number>> = {
  createRecord: 3,
  putRecord: 2,
  deleteRecord: 1,
};
const applyWritesPoints: Readonly<Record<string, number>> = { create: 3, update: 2, delete: 1 };

/** What is said to a request too many. */
export const rateLimitExceeded: Answer = {
  status: 429,
  body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
};

/** Charges a request to every budget that counts it; the answer shows the one with the least left. */
export function admit(bluesky: Bluesky, exchange: Exchange, route: Route): Admission {
  if (!bluesky.settings.rateLimits) return { headers: {} };
  const { database, clock } = bluesky;
  const now = clock.now();
  const states = charges(bluesky, exchange, route).map(({ budget, subject, points }) =>
    charge(database, budget, { subject, points, now }),
  );
  const tightest = states.reduce((least, state) =>
    state.remaining < least.remaining ? state : least,
  );
  const refusing = states.find(({ exceeded }) => exceeded);
  const headers = headersOf(refusing ?? tightest);
  if (!refusing) return { headers };
  const retryAfter = String(Math.ceil((refusing.resetAt - now) / 1000));
  return { headers: { ...headers, 'retry-after': retryAfter }, refused: rateLimitExceeded };
}

function charges(bluesky: Bluesky, exchange: Exchange, { path }: Route): Charge[] {
  const { settings } = bluesky;
  const method = path.slice(path.lastIndexOf('.') + 1);
  const minutes5 = 300;
  const requests: Charge = {
    budget: { name: 'requests', points: settings.requestPoints, windowSeconds: minutes5 },
    subject: exchange.address,
    points: 1,
  };
  if (method === 'createSession') {
    const subject = `${String(exchange.fields['identifier'])}-${exchange.address}`;
    return [
      charged('logins-day', settings.loginsPerDay, 86_400, subject, 1),
      charged('logins', settings.loginsPer5Minutes, minutes5, subject, 1),
      requests,
    ];
  }
  if (method === 'createAccount') {
    return [
      charged('sign-ups', settings.signUpsPer5Minutes, minutes5, exchange.address, 1),
      requests,
    ];
  }
  if (method === 'uploadBlob') {
    authenticateUpload(bluesky, exchange);
    return [charged('uploads', settings.uploadsPerDay, 86_400, exchange.address, 1), requests];
  }
  const points = path.startsWith('/xrpc/com.atproto.repo.') ? pointsOf(method, exchange) : 0;
  if (points === 0) return [requests];
  const { did } = authenticate(bluesky, exchange).account;
  return [
    charged('writes-hour', settings.writePointsPerHour, 3600, did, points),
    charged('writes-day', settings.writePointsPerDay, 86_400, did, points),
    requests,
  ];
}

function charged(
  name: string,
  points: number,
  windowSeconds: number,
  subject: string,
  cost: number,
): Charge {
  return { budget: { name, points, windowSeconds }, subject, points: cost };
}

function pointsOf(method: string, { fields }: Exchange): number {
  if (method !== 'applyWrites') return writePoints[method] ?? 0;
  const writes = Array.isArray(fields['writes']) ? (fields['writes'] as { $type?: unknown }[]) : [];
  return writes.reduce((sum, write) => {
    const action = String(write.$type).split('#')[1] ?? '';
    return sum + (applyWritesPoints[action] ?? 0);
  }, 0);
}

function headersOf({ budget, remaining, resetAt }: RateState): Record<string, string> {
  return {
    'ratelimit-limit': String(budget.points),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(Math.floor(resetAt / 1000)),
    'ratelimit-policy': `${budget.points};w=${budget.windowSeconds}`,
  };
}
