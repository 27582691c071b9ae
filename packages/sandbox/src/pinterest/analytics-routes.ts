import type { ActionKind } from '../audience/profile.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { invalid, type Pinterest, pinterestMoment } from './context.ts';
import { requirePin } from './pin-routes.ts';
import { audiencePin, type Pin } from './pins.ts';

// Most people who see a pin do nothing: about one in thirty acts in any way. An assumption.
const seenPerAction = 30;
const day = 86_400_000;

const counted: Readonly<Record<string, readonly ActionKind[]>> = {
  SAVE: ['bookmark'],
  PIN_CLICK: ['quote', 'repost'],
  OUTBOUND_CLICK: ['repost'],
  USER_FOLLOW: ['follow'],
  PROFILE_VISIT: ['follow'],
};
const overLife: Readonly<Record<string, readonly ActionKind[]>> = {
  TOTAL_COMMENTS: ['reply'],
  TOTAL_REACTIONS: ['like'],
};

/** What pins achieved, over at most ninety days. */
export function analyticsRoutes(pinterest: Pinterest): Route[] {
  return [
    route('GET', '/v5/pins/:pin/analytics', (exchange) => {
      const account = authenticate(pinterest, exchange);
      const pin = requirePin(pinterest, exchange, account);
      const { query } = exchange;
      const from = Date.parse(query.get('start_date') ?? '');
      const to = Date.parse(query.get('end_date') ?? '') + day;
      const now = pinterest.clock.now();
      if (!(from <= to) || from < Math.floor(now / day) * day - 90 * day) {
        throw invalid('start_date cannot be more than 90 days back from today');
      }
      const names = (query.get('metric_types') ?? '').split(',');
      const summary: Record<string, number> = {};
      const lifetime: Record<string, number> = {};
      for (const name of names) {
        const value = valueOf(pinterest, pin, name, { from, to: Math.min(to, now) });
        if (value === undefined) throw invalid(`metric_types: ${name}`);
        (name in overLife ? lifetime : summary)[name] = value;
      }
      const date = pinterestMoment(Math.min(to - day, now)).slice(0, 10);
      const daily = [{ data_status: 'READY', date, metrics: summary }];
      const all = {
        daily_metrics: daily,
        summary_metrics: summary,
        lifetime_metrics: lifetime,
      };
      return { status: 200, body: { all } };
    }),
  ];
}

function valueOf(
  { audience, clock, settings }: Pinterest,
  pin: Pin,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  if (settings.retiredMetrics.includes(name)) return undefined;
  const post = audiencePin(pin);
  const between = (kinds: readonly ActionKind[], start: number, end: number) =>
    kinds.reduce(
      (sum, kind) => sum + audience.count(post, kind, end) - audience.count(post, kind, start - 1),
      0,
    );
  const life = overLife[name];
  if (life) return between(life, 0, clock.now());
  if (name === 'IMPRESSION') {
    return seenPerAction * between(['like', 'repost', 'quote', 'bookmark'], from, to);
  }
  // There is no film to watch in the simulation.
  if (name === 'VIDEO_MRC_VIEW') return 0;
  const kinds = counted[name];
  return kinds && between(kinds, from, to);
}
