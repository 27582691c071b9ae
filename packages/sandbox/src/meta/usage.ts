import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { Admission } from '../http/network.ts';
import { charge } from '../rate-budgets.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import { graphAnswer } from './graph-answers.ts';
import { hash } from './identity.ts';

const day = 86_400;

/** Charges a request; the answer tells which percentage of the day's requests is used. */
export function admit(
  { settings, database, clock }: SandboxContext<{ readonly requestsPerDay: number }>,
  exchange: Exchange,
  type: string,
): Admission {
  const token = bearerToken(exchange) ?? exchange.query.get('access_token');
  // Not the token itself: budgets are read by people who debug.
  const subject = token === null ? exchange.address : hash(token).toString('base64url');
  const { budget, remaining, resetAt, exceeded } = charge(
    database,
    { name: 'requests', points: settings.requestsPerDay, windowSeconds: day },
    { subject, points: 1, now: clock.now() },
  );
  const percent = Math.floor((100 * (budget.points - remaining)) / budget.points);
  const usage = { call_count: percent, total_cputime: 0, total_time: 0 };
  const minutes = exceeded ? Math.ceil((resetAt - clock.now()) / 60_000) : 0;
  const headers = {
    'x-app-usage': JSON.stringify(usage),
    'x-business-use-case-usage': JSON.stringify({
      [type]: [{ type, ...usage, estimated_time_to_regain_access: minutes }],
    }),
  };
  if (!exceeded) return { headers };
  const message = 'Application request limit reached';
  return { headers, refused: graphAnswer({ message, code: 4, transient: true }) };
}
