import {
  type Account,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { aboutAccount } from '../readings.ts';
import { business } from './api.ts';
import { locationOf } from './facts.ts';
import { Series } from './wire.ts';

const day = 86_400_000;
const days = 28;

const metrics: Readonly<Record<string, string>> = {
  BUSINESS_IMPRESSIONS_DESKTOP_MAPS: 'impressions',
  BUSINESS_IMPRESSIONS_DESKTOP_SEARCH: 'impressions',
  BUSINESS_IMPRESSIONS_MOBILE_MAPS: 'impressions',
  BUSINESS_IMPRESSIONS_MOBILE_SEARCH: 'impressions',
  WEBSITE_CLICKS: 'linkClicks',
  CALL_CLICKS: 'callClicks',
  BUSINESS_DIRECTION_REQUESTS: 'directionRequests',
};

/** The facts that readings of Google Business Profile are about. */
export const businessFacts = [...new Set(Object.values(metrics))];

/** What the place achieved in the last 28 whole days. Google counts nothing of single posts. */
export async function readInsights(
  account: Account,
  _: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const today = Math.floor(io.clock.now() / day) * day;
  const from = today - days * day;
  const answer = await business.read(
    account,
    {
      server: 'businessprofileperformance.googleapis.com',
      path: `/v1/${locationOf(account)}:fetchMultiDailyMetricsTimeSeries`,
      endpoint: '/v1/:location:fetchMultiDailyMetricsTimeSeries',
      search: {
        dailyMetrics: Object.keys(metrics),
        ...dateFields('start_date', from),
        ...dateFields('end_date', today - day),
      },
      answer: Series,
    },
    io,
  );
  const sums = new Map<string, number>();
  for (const { dailyMetricTimeSeries } of answer.multiDailyMetricTimeSeries) {
    for (const { dailyMetric, timeSeries } of dailyMetricTimeSeries) {
      const fact = metrics[dailyMetric];
      if (fact === undefined || !timeSeries) continue;
      const sum = timeSeries.datedValues.reduce((total, { value = 0 }) => total + value, 0);
      sums.set(fact, (sums.get(fact) ?? 0) + sum);
    }
  }
  const about = aboutAccount(account, io);
  const window = { from: instant(from), to: instant(today) };
  return [...sums].map(([fact, value]) => ({ ...about, fact, value, window, scope: 'organic' }));
}

function dateFields(name: string, at: number): Record<string, number> {
  const date = new Date(at);
  return {
    [`dailyRange.${name}.year`]: date.getUTCFullYear(),
    [`dailyRange.${name}.month`]: date.getUTCMonth() + 1,
    [`dailyRange.${name}.day`]: date.getUTCDate(),
  };
}
