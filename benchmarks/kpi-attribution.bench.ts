import { seededRandom } from '@affiche/core';
import { attribute, journeysFromPaths, markov, type PathColumns } from '@affiche/kpi/attribution';
import { type Claim, cpuMilliseconds } from './claim.ts';

const rows = 1_000_000;

/**
 * Exact Markov attribution against the usual way: walking the fitted chain at random, ten walks for
 * each conversion that was seen.
 */
export async function bench(): Promise<Claim[]> {
  const few = journeys({ kinds: 5400, channels: 12, meanSteps: 3 });
  const claims: Claim[] = [];
  for (const order of [1, 2, 3]) {
    const ours = await cpuMilliseconds(() => attribute(journeysFromPaths(few), markov({ order })));
    const peer =
      order === 1 ? await cpuMilliseconds(() => simulated(few, 100_000), { runs: 3 }) : Number.NaN;
    claims.push({
      claim: `attributes a million journeys of 5,400 kinds exactly, at order ${order}`,
      ours: ours / 1000,
      peer: (order === 1 ? peer : ours) / 1000,
      peerName: order === 1 ? '100,000 simulated walks per channel' : 'no peer at this order',
      unit: 'CPU s',
      ratio: order === 1 ? peer / ours : 1,
      goal: 'at most 0.20 CPU seconds',
      met: ours <= 200,
    });
  }
  const many = journeys({ kinds: 600_000, channels: 20, meanSteps: 6 });
  const ours = await cpuMilliseconds(
    () => attribute(journeysFromPaths(many), markov({ order: 3 })),
    { runs: 3 },
  );
  claims.push({
    claim: 'attributes a million journeys of 600,000 kinds exactly, at order 3',
    ours: ours / 1000,
    peer: ours / 1000,
    peerName: 'no peer of this size',
    unit: 'CPU s',
    ratio: 1,
    goal: 'at most 3 CPU seconds',
    met: ours <= 3000,
  });
  return claims;
}

interface Shape {
  readonly kinds: number;
  readonly channels: number;
  readonly meanSteps: number;
}

/** Journeys over channels of which a few are common, in so many kinds. */
function journeys({ kinds, channels, meanSteps }: Shape): PathColumns {
  const random = seededRandom('journeys');
  const seen = new Set<string>();
  while (seen.size < kinds) {
    const steps = 1 + Math.floor(-Math.log(1 - random()) * meanSteps);
    const path = Array.from(
      { length: steps },
      () => `c${Math.floor(random() * random() * channels)}`,
    );
    seen.add(path.join(' > '));
  }
  const distinct = [...seen];
  const paths = Array.from({ length: rows }, (_each, row) =>
    row < kinds ? (distinct[row] ?? '') : (distinct[Math.floor(random() * kinds)] ?? ''),
  );
  const conversions = Float64Array.from(paths, () => (random() < 0.2 ? 1 : 0));
  return { paths, conversions, nulls: conversions.map((converted) => 1 - converted) };
}

/** Removal effects of order 1 by chance, as most libraries find them. */
function simulated({ paths, conversions }: PathColumns, walks: number): number[] {
  const random = seededRandom('walks');
  const next = new Map<string, Map<string, number>>();
  for (const [row, path] of paths.entries()) {
    const converted = conversions[row] === 1;
    const states = ['(start)', ...path.split(' > '), converted ? '(conversion)' : '(null)'];
    for (let index = 1; index < states.length; index += 1) {
      const [from, to] = [states[index - 1] ?? '', states[index] ?? ''];
      if (from === to) continue;
      const row = next.get(from) ?? new Map<string, number>();
      row.set(to, (row.get(to) ?? 0) + 1);
      next.set(from, row);
    }
  }
  const tables = new Map(
    [...next].map(([from, row]) => {
      let sum = 0;
      const ends = [...row].map(([to, count]) => [to, (sum += count)] as const);
      return [from, { ends, sum }];
    }),
  );
  const chance = (removed: string) => {
    let converted = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      let state = '(start)';
      while (state !== '(conversion)' && state !== '(null)' && state !== removed) {
        const { ends = [], sum = 0 } = tables.get(state) ?? {};
        const draw = random() * sum;
        state = ends.find(([, end]) => draw < end)?.[0] ?? '(null)';
      }
      if (state === '(conversion)') converted += 1;
    }
    return converted / walks;
  };
  const whole = chance('');
  return [...next.keys()]
    .filter((channel) => channel !== '(start)')
    .map((channel) => 1 - chance(channel) / whole);
}
