import { seededRandom } from '@affiche/core';
import {
  fitPostingTimes,
  hourOfWeek,
  type PostObservation,
  type SlotPrior,
} from '@affiche/schedule';
import type { Claim } from './claim.ts';
import {
  accountOf,
  momentOf,
  publish,
  teach,
  type World,
  worlds,
  zone,
} from './simulated-accounts.ts';

// How often 90 % intervals hold what is true. No number of the model was chosen with these seeds.
const accounts = 40;
const sizes = [20, 50, 200, 1000];
const ninety = 1.6449;

interface Coverage {
  held: number;
  all: number;
}

/** Coverage of 90 % intervals by world, by number of posts, with and without a prior. */
export async function bench(): Promise<Claim[]> {
  return worlds.flatMap((world) => {
    const prior = teach(world);
    return sizes.flatMap((size) => [
      measure(world, size, 'with a prior', prior),
      measure(world, size, 'without a prior'),
    ]);
  });
}

function measure(world: World, size: number, knowing: string, prior?: SlotPrior): Claim {
  const ours = { held: 0, all: 0 };
  const naive = { held: 0, all: 0 };
  for (let account = 0; account < accounts; account += 1) {
    const seed = `calibration ${account}`;
    const truth = accountOf(world, seed);
    const random = seededRandom(`${seed} ${size}`);
    const history = Array.from({ length: size }, (_, step) =>
      publish(truth, step, Math.floor(random() * 168), random),
    );
    const effects = truth.surface(momentOf(size - 1, 0));
    const habit =
      history.reduce((sum, { publishedAt }) => sum + truth.effectAt(publishedAt), 0) / size;
    const model = fitPostingTimes(history, {
      zone,
      objective: 'engagement',
      now: momentOf(size + 50, 0),
      halfLifeDays: 3650,
      ...(prior && { prior }),
    });
    for (const { slot, uplift } of model.surface()) {
      const real = Math.expm1((effects[slot] ?? 0) - habit);
      count(ours, real >= uplift.low && real <= uplift.high);
    }
    countNaive(naive, history, effects, habit);
  }
  const share = ours.held / ours.all;
  const peer = naive.all > 0 ? naive.held / naive.all : 0;
  return {
    claim: `90 % intervals hold the truth: ${world.name}, ${size} posts, ${knowing}`,
    ours: share * 100,
    peer: peer * 100,
    peerName: 'the mean of each weekday and hour with at least two posts',
    unit: '%',
    ratio: Math.abs(0.9 - peer) / Math.max(0.001, Math.abs(0.9 - share)),
    goal: '88 to 93 %',
    met: share >= 0.88 && share <= 0.93,
  };
}

/** What a textbook interval around each cell's own mean would say. */
function countNaive(
  coverage: Coverage,
  history: readonly PostObservation[],
  effects: Float64Array,
  habit: number,
): void {
  const values = history.map(({ metrics }) => Math.log1p(metrics.reactions ?? 0));
  const level = values.reduce((sum, value) => sum + value, 0) / values.length;
  const cells = Map.groupBy(values.keys(), (index) =>
    hourOfWeek(history[index]?.publishedAt ?? '', zone),
  );
  for (const [slot, own] of cells) {
    if (own.length < 2) continue;
    const mean = own.reduce((sum, index) => sum + (values[index] ?? 0), 0) / own.length;
    const square = own.reduce((sum, index) => sum + ((values[index] ?? 0) - mean) ** 2, 0);
    const error = Math.sqrt(square / (own.length - 1) / own.length);
    const real = (effects[slot] ?? 0) - habit;
    count(coverage, Math.abs(real - (mean - level)) <= ninety * error);
  }
}

function count(coverage: Coverage, isHeld: boolean): void {
  coverage.all += 1;
  if (isHeld) coverage.held += 1;
}
