import { seededRandom } from '@affiche/core';
import { attribute, journeysFromPaths, markov, type PathColumns } from '@affiche/kpi/attribution';
import { type Claim, cpuMilliseconds } from './claim.ts';

const rows = 1_000_000;

/** Exact Markov attribution against the usual way: walking the fitted chain at random. */
export async function bench(): Promise<Claim[]> {
  const few = journeys({ kinds: 5400, channels: 12, meanSteps: 3 });
  const claims: Claim[] = [];
  for (const order of [1, 2, 3]) {
    const ours = await cpuMilliseconds(() => attribute(journeysFromPaths(few), markov({ order })));
    const peer = await cpuMilliseconds(() => simulated(few, order, 100_000), { runs: 1 });
    claims.push({
      claim: `attributes a million journeys of 5,400 kinds exactly, at order ${order}`,
      ours: ours / 1000,
      peer: peer / 1000,
      peerName: '100,000 random walks for each channel',
      unit: 'CPU s',
      ratio: peer / ours,
      goal: 'at most 0.20 CPU seconds',
      met: ours <= 200,
    });
  }
  const many = journeys({ kinds: 600_000, channels: 20, meanSteps: 6 });
  const ours = await cpuMilliseconds(
    () => attribute(journeysFromPaths(many), markov({ order: 3 })),
    { runs: 3 },
  );
  const peer = await cpuMilliseconds(() => simulated(many, 3, 100_000), { runs: 1 });
  claims.push({
    claim: 'attributes a million journeys of 600,000 kinds exactly, at order 3',
    ours: ours / 1000,
    peer: peer / 1000,
    peerName: '100,000 random walks for each channel',
    unit: 'CPU s',
    ratio: peer / ours,
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

/** Removal effects by chance, as most libraries find them: with an error of a percent or so. */
function simulated(
  { paths, conversions }: PathColumns,
  order: number,
  walks: number,
): Map<string, number> {
  const random = seededRandom('walks');
  const counts = new Map<string, Map<string, number>>();
  const channels = new Set<string>();
  for (const [row, path] of paths.entries()) {
    const steps = path.split(' > ');
    const width = Math.min(order, steps.length);
    let from = '(start)';
    const move = (to: string) => {
      if (from === to) return;
      const ends = counts.get(from) ?? new Map<string, number>();
      ends.set(to, (ends.get(to) ?? 0) + 1);
      counts.set(from, ends);
      from = to;
    };
    for (const channel of steps) channels.add(channel);
    for (let end = width; end <= steps.length; end += 1)
      move(steps.slice(end - width, end).join(','));
    move(conversions[row] === 1 ? '(conversion)' : '(null)');
  }
  const tables = new Map([...counts].map(([from, ends]) => [from, cumulative(ends)]));
  const chance = (removed: string) => {
    let converted = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      let state = '(start)';
      while (state !== '(conversion)' && state !== '(null)') {
        state = next(tables.get(state), random());
        if (removed !== '' && state.split(',').includes(removed)) state = '(null)';
      }
      if (state === '(conversion)') converted += 1;
    }
    return converted / walks;
  };
  const whole = chance('');
  return new Map([...channels].map((channel) => [channel, 1 - chance(channel) / whole]));
}

interface Table {
  readonly names: readonly string[];
  readonly sums: readonly number[];
}

function cumulative(ends: ReadonlyMap<string, number>): Table {
  let sum = 0;
  const sums = [...ends.values()].map((count) => (sum += count));
  return { names: [...ends.keys()], sums };
}

function next({ names, sums }: Table = { names: [], sums: [] }, draw: number): string {
  const target = draw * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= target) low = middle + 1;
    else high = middle;
  }
  return names[low] ?? '(null)';
}
