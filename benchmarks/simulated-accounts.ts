import { instant, type Random, resolveWallTime, seededRandom } from '@affiche/core';
import type { PostObservation, SlotPrior } from '@affiche/schedule';
import {
  type GroundTruth,
  simulateAudience,
  type SimulatorSpec,
} from '@affiche/schedule/evaluation';
import { fitSlotPrior } from '@affiche/schedule/priors';

/** Where every simulated account plans. */
export const zone = 'Europe/Paris';
const elsewhere = ['America/New_York', 'Asia/Tokyo', 'Europe/London'];
const perWeek = 25;
const teachers = 60;
const postsPerTeacher = 500;

/** How much hours matter, and everything else: standard deviations in log points. */
export interface World {
  readonly name: string;
  readonly effect: number;
  readonly noise: number;
}

/** What was measured on news pages, and a signal stronger than most. */
export const worlds: readonly World[] = [
  { name: 'measured noise', effect: 0.19, noise: 1.1 },
  { name: 'a strong signal', effect: 0.38, noise: 0.73 },
];

/** An account of a world; another seed is another audience. */
export function accountOf(world: World, seed: string): GroundTruth {
  return simulateAudience(specOf(world, seed), seed);
}

/**
 * What sixty other accounts of the same world teach, 500 posts each at random hours.
 *
 * @param laterBy - Hours by which their audiences live later: 12 makes a wrong prior.
 */
export function teach(world: World, { laterBy = 0 } = {}): SlotPrior {
  const history = Array.from({ length: teachers }, (_, account) => {
    const truth = accountOf(world, `train ${account}`);
    const random = seededRandom(`train posts ${account}`);
    return Array.from({ length: postsPerTeacher }, (_, step) => {
      const post = publish(truth, step, Math.floor(random() * 168), random);
      return {
        ...post,
        id: `${account} ${step}`,
        account: `account ${account}`,
        publishedAt: later(post.publishedAt, laterBy),
        measuredAt: later(post.measuredAt, laterBy),
      };
    });
  }).flat();
  return fitSlotPrior(history, {
    zone: () => zone,
    objective: 'engagement',
    now: '2026-01-01T00:00:00Z',
    provenance: 'simulated',
  });
}

function later(time: string, hours: number): string {
  return instant(Date.parse(time) + hours * 3_600_000);
}

/** Publishes one post in an hour of the week and measures it two days later. */
export function publish(
  truth: GroundTruth,
  step: number,
  slot: number,
  random: Random,
): PostObservation {
  const publishedAt = momentOf(step, slot);
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
export function momentOf(step: number, slot: number): string {
  const day =
    Date.UTC(2024, 0, 8) + (Math.floor(step / perWeek) * 7 + Math.floor(slot / 24)) * 86_400_000;
  return resolveWallTime({
    date: instant(day).slice(0, 10),
    time: `${String(slot % 24).padStart(2, '0')}:00`,
    zone,
    disambiguation: 'compatible',
  });
}

function specOf({ effect, noise }: World, seed: string): SimulatorSpec {
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
