import { type Account, instant, type PlatformIo, type Reading } from '@affiche/core';
import { aboutAccount, countReading } from '../readings.ts';
import { encodeUrn, type LinkedIn, readUnless } from './api.ts';
import { FollowerStatistics, PageStatistics } from './wire.ts';

const windowDays = 28;

/** Who came to an organization's page, and who looked at it, in four weeks; where it may be asked. */
export async function readPage(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Reading[]> {
  const about = aboutAccount(account, io);
  const to = Math.floor(io.clock.now() / 86_400_000) * 86_400_000;
  const from = to - windowDays * 86_400_000;
  const window = { from: instant(from), to: instant(to) };
  const urn = encodeUrn(account.id);
  const days = `timeIntervals=(timeRange:(start:${from},end:${to}),timeGranularityType:DAY)`;
  const call = { method: 'get', finder: true, timeoutSeconds: 30 } as const;
  const closed = ['invalid', 'permission', 'gone'] as const;
  const gained = await readUnless(
    closed,
    account,
    {
      ...call,
      path: `/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity=${urn}&${days}`,
      endpoint: '/rest/organizationalEntityFollowerStatistics',
      answer: FollowerStatistics,
    },
    io,
    linkedIn,
  );
  const viewed = await readUnless(
    closed,
    account,
    {
      ...call,
      path: `/rest/organizationPageStatistics?q=organization&organization=${urn}&${days}`,
      endpoint: '/rest/organizationPageStatistics',
      answer: PageStatistics,
    },
    io,
    linkedIn,
  );
  const gains = typeof gained === 'object' ? gained.elements.map((each) => each.followerGains) : [];
  const views =
    typeof viewed === 'object'
      ? viewed.elements.map((each) => each.totalPageStatistics.views.allPageViews.pageViews)
      : [];
  const counted = (fact: string, values: (number | undefined)[], scope: Reading['scope']) =>
    countReading(fact, sum(values), about).map((each) => ({ ...each, scope, window }));
  return [
    ...counted(
      'follows',
      gains.map((each) => each?.organicFollowerGain),
      'organic',
    ),
    ...counted(
      'follows',
      gains.map((each) => each?.paidFollowerGain),
      'paid',
    ),
    ...counted('profileVisits', views, 'organic'),
  ];
}

/** The sum of what is known; nothing where nothing is. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, each) => total + each, 0);
}
