import { type Random, seededRandom } from '@affiche/core';
import { abTest, ratioInterval, wilsonInterval } from '@affiche/kpi/stats';
import type { Claim } from './claim.ts';

const level = 0.95;

/** How often our intervals and tests are wrong, against the ways that are usual in the field. */
export async function bench(): Promise<Claim[]> {
  return [...[30, 60].map(coverage), falseAlarms()];
}

/** Intervals of an engagement rate over posts that differ from each other. */
function coverage(posts: number): Claim {
  const runs = 4000;
  const random = seededRandom(`coverage ${posts}`);
  let [ours, peer] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const drawn = Array.from({ length: posts }, () => post(random));
    const clustered = ratioInterval(drawn, { level }).interval;
    const pooled = wilsonInterval(
      {
        successes: drawn.reduce((sum, { numerator }) => sum + numerator, 0),
        trials: drawn.reduce((sum, { denominator }) => sum + denominator, 0),
      },
      { level },
    );
    if (clustered && clustered.low <= 0.02 && 0.02 <= clustered.high) ours += 1;
    if (pooled.low <= 0.02 && 0.02 <= pooled.high) peer += 1;
  }
  const [ourMiss, peerMiss] = [ours, peer].map((inside) => Math.abs(inside / runs - level));
  return {
    claim: `covers the true engagement rate of ${posts} posts 95 times in 100`,
    ours: (100 * ours) / runs,
    peer: (100 * peer) / runs,
    peerName: 'Wilson on all impressions together',
    unit: '% covered',
    ratio: (peerMiss ?? 0) / Math.max(ourMiss ?? 0, 1 / runs),
    goal: 'between 93 and 97 %',
    met: ours / runs >= 0.93 && ours / runs <= 0.97,
  };
}

/** Thirty daily looks at two arms that are the same. */
function falseAlarms(): Claim {
  const runs = 2000;
  const random = seededRandom('looks');
  let [ours, peer] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const arms = [0, 1].map(() => ({ successes: 0, trials: 0 }));
    const alarms = { ours: false, peer: false };
    for (let day = 0; day < 30; day += 1) {
      for (const arm of arms) {
        arm.trials += 400;
        arm.successes += Math.max(0, Math.round(20 + Math.sqrt(19) * normal(random)));
      }
      const [control = { successes: 0, trials: 1 }, variant = control] = arms;
      const valid = abTest(control, variant, { design: 'always-valid' });
      const peeked = abTest(control, variant, {
        design: 'fixed',
        plannedPerArm: 12_000,
        interim: true,
      });
      alarms.ours ||= (valid.pValue ?? 1) < 1 - level;
      alarms.peer ||= (peeked.pValue ?? 1) < 1 - level;
    }
    if (alarms.ours) ours += 1;
    if (alarms.peer) peer += 1;
  }
  return {
    claim: 'raises few false alarms over thirty looks at an experiment',
    ours: (100 * ours) / runs,
    peer: (100 * peer) / runs,
    peerName: 'an ordinary p value looked at daily',
    unit: '% false alarms',
    ratio: peer / Math.max(ours, 1),
    goal: 'at most 5 %',
    met: ours / runs <= 0.05,
  };
}

/** A post whose own rate is drawn around 2 %: some are liked, some are not. */
function post(random: Random): { readonly numerator: number; readonly denominator: number } {
  const denominator = Math.max(50, Math.round(Math.exp(7.3 + 0.8 * normal(random))));
  // Four exponential numbers make a gamma variable of mean 4: rates spread by half their mean.
  const spread = -Math.log([1, 2, 3, 4].reduce((product) => product * (1 - random()), 1)) / 4;
  const rate = 0.02 * spread;
  const numerator =
    denominator * rate + Math.sqrt(denominator * rate * (1 - rate)) * normal(random);
  return { numerator: Math.max(0, Math.round(numerator)), denominator };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
