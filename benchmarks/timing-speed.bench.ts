import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { epochMilliseconds, resolveWallTime, seededRandom, type WallTime } from '@affiche/core';
import { fitPostingTimes, type PostObservation } from '@affiche/schedule';
import { fromZonedTime } from 'date-fns-tz';
import { type Claim, cpuMilliseconds } from './claim.ts';

const oracle = new URL('../packages/core/test/data/dst-oracle/oracle.jsonl.gz', import.meta.url);

/** Wall times against the usual library, and how long a fit and its draws take. */
export async function bench(): Promise<Claim[]> {
  const cases = gunzipSync(readFileSync(oracle))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [zone, face, , , , compatible] = JSON.parse(line) as [
        string,
        string,
        string,
        number,
        number,
        number,
      ];
      const [date = '', time = ''] = face.split('T');
      const wall: WallTime = { date, time, zone, disambiguation: 'compatible' };
      return { wall, face, zone, compatible };
    });
  const right = (resolve: (each: (typeof cases)[number]) => number) =>
    (cases.filter((each) => resolve(each) === each.compatible).length / cases.length) * 100;
  const ours = right(({ wall }) => epochMilliseconds(resolveWallTime(wall)));
  const theirs = right(({ face, zone }) => fromZonedTime(face, zone).getTime());
  const sample = cases.filter((_, index) => index % 10 === 0);
  const micro =
    ((await cpuMilliseconds(() => cases.forEach(({ wall }) => resolveWallTime(wall)))) * 1000) /
    cases.length;
  const theirMicro =
    ((await cpuMilliseconds(() => sample.forEach(({ face, zone }) => fromZonedTime(face, zone)), {
      runs: 1,
    })) *
      1000) /
    sample.length;
  const history = posts(10_000);
  const options = {
    zone: 'Europe/Paris',
    objective: 'engagement',
    now: '2027-01-04T08:00:00Z',
  } as const;
  // Enough runs for the median to be one of compiled code, as in a program that fits many accounts.
  const runs = 101;
  const fit = await cpuMilliseconds(() => fitPostingTimes(history, options).signal, { runs });
  const naive = await cpuMilliseconds(() => naiveMeans(history), { runs });
  const model = fitPostingTimes(history, options);
  const random = seededRandom('draws');
  const hours = Array.from({ length: 168 }, (_, slot) => slot);
  const draws = await cpuMilliseconds(() => model.propose(random, hours, { draws: 1000 }), {
    runs: 31,
  });
  return [
    claim(
      'Wall times around every change of the clocks that are right',
      [ours, theirs],
      'date-fns-tz 3',
      '%',
      ours / theirs,
      'all of them',
      ours === 100,
    ),
    claim(
      'Resolving a wall time',
      [micro, theirMicro],
      'date-fns-tz 3',
      'CPU µs',
      theirMicro / micro,
      'at most 2 µs',
      micro <= 2,
    ),
    claim(
      'Fitting 10,000 posts',
      [fit, naive],
      'weekday × hour mean',
      'CPU ms',
      naive / fit,
      'at most 5 ms',
      fit <= 5,
    ),
    claim(
      '1,000 draws from the posterior',
      [draws, 25],
      'the promise',
      'CPU ms',
      25 / draws,
      'at most 25 ms',
      draws <= 25,
    ),
  ];
}

function claim(
  text: string,
  [ours, peer]: readonly [number, number],
  peerName: string,
  unit: string,
  ratio: number,
  goal: string,
  met: boolean,
): Claim {
  return { claim: text, ours, peer, peerName, unit, ratio, goal, met };
}

function posts(count: number): PostObservation[] {
  const random = seededRandom('posts');
  const now = Date.parse('2027-01-01T00:00:00Z');
  return Array.from({ length: count }, (_, index) => ({
    id: `post-${index}`,
    account: 'a',
    platform: 'bluesky',
    publishedAt: `${new Date(now - (count - index) * 11_111_000).toISOString().slice(0, 19)}Z`,
    measuredAt: '2027-01-04T08:00:00Z',
    metrics: { reactions: Math.floor(random() * 100) },
  }));
}

function naiveMeans(history: readonly PostObservation[]): number[] {
  const sums = Array.from({ length: 168 }, () => 0);
  for (const { publishedAt, metrics } of history) {
    const date = new Date(publishedAt);
    const slot = ((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours();
    sums[slot] = (sums[slot] ?? 0) + (metrics.reactions ?? 0);
  }
  return sums;
}
