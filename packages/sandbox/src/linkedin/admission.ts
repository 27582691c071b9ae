import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { charge } from '../rate-budgets.ts';
import { type LinkedIn, linkedInError, secret } from './context.ts';

/** Looks at the version of a request, then charges its budget; no header tells what is left. */
export function admit(linkedIn: LinkedIn, exchange: Exchange, { method, path }: Route): Admission {
  if (!path.startsWith('/rest/')) return { headers: {} };
  checkVersion(linkedIn, exchange);
  const { database, clock, settings } = linkedIn;
  const now = clock.now();
  const name = `${method} ${path}`;
  const budget = {
    name,
    points: name === 'POST /rest/posts' ? settings.postsPerDay : settings.callsPerDay,
    // Whole again at midnight UTC, whenever it was begun.
    windowSeconds: 86_400 - (Math.floor(now / 1000) % 86_400),
  };
  const subject = secret(linkedIn, bearerToken(exchange) ?? exchange.address).slice(0, 16);
  const { exceeded } = charge(database, budget, { subject, points: 1, now });
  if (!exceeded) return { headers: {} };
  const message = 'Resource level throttle limit for calls to this resource is reached';
  return {
    headers: {},
    refused: { status: 429, body: { status: 429, code: 'TOO_MANY_REQUESTS', message } },
  };
}

function checkVersion({ clock, settings }: LinkedIn, { headers }: Exchange): void {
  const version = headers['linkedin-version'];
  if (typeof version !== 'string') {
    throw linkedInError(400, 'VERSION_MISSING', 'A version must be present');
  }
  const [, year, month] = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(version) ?? [];
  const now = new Date(clock.now());
  const age = (now.getUTCFullYear() - Number(year)) * 12 + now.getUTCMonth() + 1 - Number(month);
  if (year === undefined || age < 0) {
    throw linkedInError(400, 'NONEXISTENT_VERSION', `Version ${version} does not exist`);
  }
  const gone =
    age > settings.versionMonths || (age === settings.versionMonths && now.getUTCDate() > 14);
  if (gone) throw linkedInError(426, 'VERSION_SUNSET', `Version ${version} is not active`);
}
