import { instant, type Random, resolveWallTime, seededRandom } from '@affiche/core';
import {
  fitPostingTimes,
  fitSlotPrior,
  type GroundTruth,
  type PostObservation,
  regret,
  simulateAudience,
  type SimulatorSpec,
  type SlotPrior,
} from '@affiche/schedule';
import type { Claim } from './claim.ts';

const zone = 'Europe/Paris';
const elsewhere = ['America/New_York', 'Asia/Tokyo', 'Europe/London'];
const perWeek = 25;
const steps = 200;
const runs = 24;
const everyHour = Array.from({ length: 168 }, (_, slot) => slot);

interface World {
  readonly effect: number;
  readonly noise: number;
}

type Learner = {
  readonly choose: () => number;
  readonly learn: (post: PostObservation, surplus: number) => void;
};

/** What learning costs: posts lost against the best hour, in worlds whose best hour is known. */
export async function bench(): Promise<Claim[]> {
  return [
    ...compare('measured noise', { effect: 0.19, noise: 1.1 }, 0.5),
    ...compare('a strong signal', { effect: 0.38, noise: 0.73 }, 0.31),
  ];
}

function compare(name: string, world: World, goal: number): Claim[] {
  const prior = learnPrior(world);
  const lost = { ours: 0, uniform: 0, arms: 0, bounds: 0 };
  for (let run = 0; run < runs; run += 1) {
    const truth = simulateAudience(spec(world, `test ${run}`), `test ${run}`);
    const seed = `${name} ${run}`;
    lost.uniform += play(truth, uniform(seededRandom(`uniform ${seed}`)), seed);
    lost.arms += play(truth, thompsonOnArms(world, seededRandom(`arms ${seed}`)), seed);
    lost.bounds += play(truth, upperBounds(world), seed);
    lost.ours += play(truth, ours(prior, seededRandom(`ours ${seed}`)), seed);
  }
  const share = lost.ours / lost.uniform;
  const peer = Math.min(lost.arms, lost.bounds);
  return [
    {
      claim: `Posts lost while learning, after ${steps} posts with ${name}, of what chance loses`,
      ours: share * 100,
      peer: (peer / lost.uniform) * 100,
      peerName: 'the better of UCB1 and Thompson sampling on 168 arms',
      unit: '%',
      ratio: peer / lost.ours,
      goal: `at most ${goal * 100} %, and 1.9 times less than the peers`,
      met: share <= goal && peer / lost.ours >= 1.9,
    },
  ];
}

function play(truth: GroundTruth, { choose, learn }: Learner, seed: string): number {
  const random = seededRandom(`world ${seed}`);
  const choices: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const slot = choose();
    choices.push(slot);
    const post = publish(truth, step, slot, random);
    const level = truth.expectedLog({ at: post.publishedAt }) - truth.effectAt(post.publishedAt);
    // Peers are told the account's level; ours has to find it.
    learn(post, Math.log1p(post.metrics.reactions ?? 0) - level);
  }
  return regret(choices, (step) => truth.surface(moment(step, 0))).at(-1) ?? 0;
}

function ours(prior: SlotPrior, random: Random): Learner {
  let model = fitPostingTimes([], {
    zone,
    objective: 'engagement',
    now: moment(0, 0),
    prior,
    halfLifeDays: 3650,
  });
  return {
    choose: () => model.propose(random, everyHour, { draws: 40 }).slot,
    learn: (post) => {
      model = model.update(post);
    },
  };
}

function uniform(random: Random): Learner {
  return { choose: () => Math.floor(random() * 168), learn: () => {} };
}

function thompsonOnArms({ effect, noise }: World, random: Random): Learner {
  const arms = everyHour.map(() => ({ count: 0, sum: 0 }));
  let chosen = 0;
  return {
    choose: () => {
      const drawn = arms.map(({ count, sum }) => {
        const variance = 1 / (1 / effect ** 2 + count / noise ** 2);
        return (variance * sum) / noise ** 2 + Math.sqrt(variance) * gaussian(random);
      });
      chosen = drawn.indexOf(Math.max(...drawn));
      return chosen;
    },
    learn: (_post, surplus) => count(arms[chosen], surplus),
  };
}

function upperBounds({ noise }: World): Learner {
  const arms = everyHour.map(() => ({ count: 0, sum: 0 }));
  let chosen = 0;
  let step = 0;
  return {
    choose: () => {
      step += 1;
      const bounds = arms.map(({ count, sum }, slot) =>
        count === 0
          ? 1e6 + ((slot * 61) % 168)
          : sum / count + noise * Math.sqrt((2 * Math.log(step)) / count),
      );
      chosen = bounds.indexOf(Math.max(...bounds));
      return chosen;
    },
    learn: (_post, surplus) => count(arms[chosen], surplus),
  };
}

function count(arm: { count: number; sum: number } | undefined, surplus: number): void {
  if (!arm) return;
  arm.count += 1;
  arm.sum += surplus;
}

/** Sixty other accounts of the same kind of world, 500 posts each at random hours. */
function learnPrior(world: World): SlotPrior {
  const history = Array.from({ length: 60 }, (_, account) => {
    const truth = simulateAudience(spec(world, `train ${account}`), `train ${account}`);
    const random = seededRandom(`train posts ${account}`);
    return Array.from({ length: 500 }, (_, step) => ({
      ...publish(truth, step, Math.floor(random() * 168), random),
      id: `${account} ${step}`,
      account: `account ${account}`,
    }));
  }).flat();
  return fitSlotPrior(history, {
    zone: () => zone,
    objective: 'engagement',
    now: '2026-01-01T00:00:00Z',
    provenance: 'simulated',
  });
}

function spec({ effect, noise }: World, seed: string): SimulatorSpec {
  const random = seededRandom(`spec ${seed}`);
  const others = elsewhere.slice(0, Math.floor(random() * 4));
  const weights = [1.5 + random(), ...others.map(() => 0.35 * random())];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const audience = [zone, ...others].map((each, index) => ({
    zone: each,
    share: (weights[index] ?? 0) / total,
  }));
  return { zone, audience, effect, noise, followers: { start: 20_000, weeklyGrowth: 0.002 } };
}

function publish(truth: GroundTruth, step: number, slot: number, random: Random): PostObservation {
  const publishedAt = moment(step, slot);
  return {
    id: `post ${step}`,
    account: 'a',
    platform: 'simulated',
    publishedAt,
    measuredAt: instant(Date.parse(publishedAt) + 2 * 86_400_000),
    metrics: { reactions: truth.engagement({ at: publishedAt }, random) },
  };
}

/** When an hour of the week comes in the week of a step, on the walls of the account. */
function moment(step: number, slot: number): string {
  const day =
    Date.UTC(2024, 0, 8) + (Math.floor(step / perWeek) * 7 + Math.floor(slot / 24)) * 86_400_000;
  return resolveWallTime({
    date: instant(day).slice(0, 10),
    time: `${String(slot % 24).padStart(2, '0')}:00`,
    zone,
    disambiguation: 'compatible',
  });
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
