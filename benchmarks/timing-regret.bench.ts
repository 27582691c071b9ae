import { type Random, seededRandom } from '@affiche/core';
import {
  fitPostingTimes,
  type PostingTimeModel,
  type PostObservation,
  type SlotPrior,
} from '@affiche/schedule';
import { type GroundTruth, regret } from '@affiche/schedule/evaluation';
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

// No number of the model was chosen with these seeds.
const few = 200;
const many = 1000;
const steps = { few, many };
// Sixty accounts more or less move a share by two points.
const runs = 120;
const everyHour = Array.from({ length: 168 }, (_, slot) => slot);
const goals: Readonly<Record<string, readonly [few: number, many: number]>> = {
  'measured noise': [0.5, 0.37],
  'a strong signal': [0.31, 0.18],
};

type Learner = {
  readonly choose: () => number;
  readonly learn: (post: PostObservation, surplus: number) => void;
};

/** What an account starts with. */
type Knowledge = { readonly prior?: SlotPrior; readonly trustPrior?: boolean };

/** Posts lost after few and after many steps, added up over accounts and for each. */
interface Lost {
  readonly few: number;
  readonly many: number;
  readonly each: readonly LostPosts[];
}

type LostPosts = readonly [few: number, many: number];

/** What learning costs: posts lost against the best hour, in worlds whose best hour is known. */
export async function bench(): Promise<Claim[]> {
  return worlds.flatMap(compare);
}

function compare(world: World): Claim[] {
  const good = teach(world);
  const wrong = teach(world, { laterBy: 12 });
  const total = (learner: (seed: string) => Learner): Lost => {
    const each = Array.from({ length: runs }, (_, run) =>
      play(accountOf(world, `test ${run}`), learner(`${world.name} ${run}`), run),
    );
    return { few: sum(each.map(([lost]) => lost)), many: sum(each.map(([, lost]) => lost)), each };
  };
  const chance = total((seed) => uniform(seededRandom(`uniform ${seed}`)));
  const arms = total((seed) => thompsonOnArms(world, seededRandom(`arms ${seed}`)));
  const bounds = total(() => upperBounds(world));
  const learn = (prior?: SlotPrior, trustPrior = false) =>
    total((seed) => ours(prior ? { prior, trustPrior } : {}, seededRandom(`ours ${seed}`)));
  const untaught = learn();
  const goal = goals[world.name] ?? [0, 0];
  return [true, false].flatMap((trustPrior): Claim[] => {
    const taught = learn(good, trustPrior);
    const misled = learn(wrong, trustPrior);
    const how = trustPrior ? 'a trusted prior' : 'a prior in doubt';
    return [
      ...([0, 1] as const).map((index): Claim => {
        const when = index === 0 ? 'few' : 'many';
        const share = taught[when] / chance[when];
        const peer = Math.min(arms[when], bounds[when]);
        const error = errorOf(taught, chance, index).toFixed(1);
        return {
          claim: `Posts lost while learning, after ${steps[when]} posts with ${world.name} and ${how}, of what chance loses (standard error ${error} points)`,
          ours: share * 100,
          peer: (peer / chance[when]) * 100,
          peerName: 'the better of UCB1 and Thompson sampling on 168 arms',
          unit: '%',
          ratio: peer / taught[when],
          goal: `at most ${goal[index] * 100} %, and 1.9 times less than the peers`,
          met: share <= goal[index] && peer / taught[when] >= 1.9,
        };
      }),
      {
        claim: `Posts lost after ${many} posts with ${world.name} and ${how} that is wrong, of what chance loses`,
        ours: (misled.many / chance.many) * 100,
        peer: (untaught.many / chance.many) * 100,
        peerName: 'no prior',
        unit: '%',
        ratio: untaught.many / misled.many,
        goal: 'at most 1.1 times what having no prior loses',
        met: misled.many <= 1.1 * untaught.many,
      },
    ];
  });
}

/** The standard error over accounts of the share that a learner loses of what chance loses, in points. */
function errorOf(learner: Lost, chance: Lost, index: number): number {
  const own = learner.each.map((lost) => lost[index] ?? 0);
  const usual = chance.each.map((lost) => lost[index] ?? 0);
  const share = sum(own) / sum(usual);
  const square = sum(own.map((lost, run) => (lost - share * (usual[run] ?? 0)) ** 2));
  return ((100 * runs) / sum(usual)) * Math.sqrt(square / (runs - 1) / runs);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function play(truth: GroundTruth, { choose, learn }: Learner, run: number): LostPosts {
  const random = seededRandom(`world ${run}`);
  const choices: number[] = [];
  for (let step = 0; step < many; step += 1) {
    const slot = choose();
    choices.push(slot);
    const post = publish(truth, step, slot, random);
    const level = truth.expectedLog({ at: post.publishedAt }) - truth.effectAt(post.publishedAt);
    // Peers are told the account's level; ours has to find it.
    learn(post, Math.log1p(post.metrics.reactions ?? 0) - level);
  }
  const lost = regret(choices, (step) => truth.surface(momentOf(step, 0)));
  return [lost[few - 1] ?? 0, lost.at(-1) ?? 0];
}

/** Learns anew after every post at first, then after every twentieth part of what it knows. */
function ours(knowing: Knowledge, random: Random): Learner {
  const history: PostObservation[] = [];
  let model = fit(history, knowing);
  let next = 1;
  return {
    // One draw chooses as any number of them does; only the propensity would be known less well.
    choose: () => model.propose(random, everyHour, { draws: 1 }).slot,
    learn: (post) => {
      history.push(post);
      if (history.length < next) return;
      model = fit(history, knowing);
      next = history.length + Math.ceil(history.length / 20);
    },
  };
}

function fit(history: readonly PostObservation[], knowing: Knowledge): PostingTimeModel {
  return fitPostingTimes(history, {
    zone,
    objective: 'engagement',
    now: momentOf(many + 50, 0),
    halfLifeDays: 3650,
    ...knowing,
  });
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

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
