import { seededRandom } from '@affiche/core';
import {
  fitPostingTimes,
  hourOfWeek,
  hoursPerWeek,
  type PostObservation,
  type SlotPrior,
} from '@affiche/schedule';
import { fitSlotPrior } from '@affiche/schedule/priors';
import type { Claim } from './claim.ts';
import { mean, rankCorrelation } from './rank-correlation.ts';
import { cut, redditPosts, shuffleHours } from './reddit-posts.ts';

// Real posts of public forums: half of the accounts teach the prior, the other half are judged after
// the cut. The outcome is what is left of a post's log engagement after its account's level, its type
// and its length. The peer is what most tools do: the mean of each weekday and hour.
const zone = 'America/New_York';
const fewestLater = 50;

interface Judged {
  readonly ours: number[];
  readonly naive: number[];
  readonly promised: number[];
  readonly delivered: number[];
  readonly naivePromised: number[];
  readonly naiveDelivered: number[];
  silent: number;
  explained: number;
  total: number;
}

/** Rank correlation, honesty of promises and silence about noise, on real posts. */
export async function bench(): Promise<Claim[]> {
  const accounts = redditPosts();
  const names = [...accounts.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const real = (name: string) => accounts.get(name) ?? [];
  const prior = learn(names, real);
  const few = judge(names, real, prior, 20);
  const many = judge(names, real, prior, 150);
  const random = seededRandom('shuffled hours');
  const shuffled = new Map(names.map((name) => [name, shuffleHours(real(name), random)]));
  const noise = (name: string) => shuffled.get(name) ?? [];
  const none = judge(names, noise, learn(names, noise), 150);
  const silence = none.silent / none.ours.length;
  return [
    against('With 20 posts of history, hours are ranked', few, 0.055),
    against('With 150 posts of history, hours are ranked', many, 0.055),
    {
      claim: 'With 150 posts, ours against the naive mean',
      ours: mean(many.ours),
      peer: mean(many.naive),
      peerName: 'weekday × hour mean',
      unit: 'rank correlation',
      ratio: mean(many.ours) / mean(many.naive),
      goal: 'at least 6 times',
      met: mean(many.ours) >= 6 * mean(many.naive),
    },
    promises('20 posts', few),
    promises('150 posts', many),
    foresight('20 posts', few),
    foresight('150 posts', many),
    {
      claim: 'With hours shuffled, accounts with signal "none"',
      ours: silence * 100,
      peer: 0,
      peerName: 'weekday × hour mean, which always names a winner',
      unit: '%',
      ratio: silence,
      goal: 'at least 95 %, and a correlation below 0.01',
      met: silence >= 0.95 && Math.abs(mean(none.ours)) < 0.01,
    },
  ];
}

function learn(
  names: readonly string[],
  posts: (name: string) => readonly PostObservation[],
): SlotPrior {
  const history = names
    .filter((_, index) => index % 2 === 0)
    .flatMap((name) => posts(name).filter(({ publishedAt }) => publishedAt < cut))
    .map((post) => ({ ...post, measuredAt: cut }));
  return fitSlotPrior(history, {
    zone: () => zone,
    objective: 'engagement',
    now: cut,
    matureAfterSeconds: 0,
    provenance: 'Reddit top 2013, PDDL 1.0',
  });
}

function judge(
  names: readonly string[],
  posts: (name: string) => readonly PostObservation[],
  prior: SlotPrior,
  size: number,
): Judged {
  const judged: Judged = {
    ours: [],
    naive: [],
    promised: [],
    delivered: [],
    naivePromised: [],
    naiveDelivered: [],
    silent: 0,
    explained: 0,
    total: 0,
  };
  for (const name of names.filter((_, index) => index % 2 === 1)) {
    const history = posts(name)
      .filter(({ publishedAt }) => publishedAt < cut)
      .slice(-size)
      .map((post) => ({ ...post, measuredAt: cut }));
    const later = posts(name).filter(({ publishedAt }) => publishedAt >= cut);
    if (history.length < size || later.length < fewestLater) continue;
    judgeOne(judged, history, later, prior);
  }
  return judged;
}

function judgeOne(
  judged: Judged,
  history: readonly PostObservation[],
  later: readonly PostObservation[],
  prior: SlotPrior,
): void {
  const model = fitPostingTimes(history, {
    zone,
    objective: 'engagement',
    now: cut,
    prior,
    matureAfterSeconds: 0,
  });
  const uplift = model.surface().map((estimate) => estimate.uplift.estimate);
  const naive = naiveMeans(history);
  const slots = later.map(({ publishedAt }) => hourOfWeek(publishedAt, zone));
  const outcome = residuals(later);
  judged.ours.push(
    rankCorrelation(
      slots.map((slot) => uplift[slot] ?? 0),
      outcome,
    ),
  );
  judged.naive.push(
    rankCorrelation(
      slots.map((slot) => naive.logs[slot] ?? 0),
      outcome,
    ),
  );
  if (model.signal === 'none') judged.silent += 1;
  const logs = slots.map((slot) => Math.log1p(uplift[slot] ?? 0));
  const centre = mean(logs);
  outcome.forEach((value, index) => {
    judged.explained += (value - ((logs[index] ?? 0) - centre)) ** 2;
    judged.total += value ** 2;
  });
  promiseOf(uplift, slots, later, judged.promised, judged.delivered);
  promiseOf(naive.uplift, slots, later, judged.naivePromised, judged.naiveDelivered);
}

/** What the ten best hours promise, and what later posts in them got over the account's mean. */
function promiseOf(
  uplift: readonly number[],
  slots: readonly number[],
  later: readonly PostObservation[],
  promised: number[],
  delivered: number[],
): void {
  const best = new Set(
    [...uplift.keys()].toSorted((a, b) => (uplift[b] ?? 0) - (uplift[a] ?? 0)).slice(0, 10),
  );
  const inside = later.filter((_, index) => best.has(slots[index] ?? -1));
  if (inside.length === 0) return;
  promised.push(mean([...best].map((slot) => uplift[slot] ?? 0)));
  delivered.push(mean(inside.map(engagement)) / mean(later.map(engagement)) - 1);
}

function naiveMeans(history: readonly PostObservation[]) {
  const cells = Array.from({ length: hoursPerWeek }, (): number[] => []);
  for (const post of history) cells[hourOfWeek(post.publishedAt, zone)]?.push(engagement(post));
  const all = mean(history.map(engagement));
  const logAll = mean(history.map((post) => Math.log1p(engagement(post))));
  return {
    uplift: cells.map((cell) => (cell.length > 0 ? mean(cell) / all - 1 : 0)),
    logs: cells.map((cell) => (cell.length > 0 ? mean(cell.map(Math.log1p)) : logAll)),
  };
}

function engagement({ metrics }: PostObservation): number {
  return (metrics.reactions ?? 0) + (metrics.comments ?? 0);
}

/** Log engagement after the level of eighty posts around, the type and the length of the text. */
function residuals(posts: readonly PostObservation[]): number[] {
  const logs = posts.map((post) => Math.log1p(engagement(post)));
  const level = logs.map((_, index) => median(logs.slice(Math.max(0, index - 40), index + 41)));
  const left = logs.map((value, index) => value - (level[index] ?? 0));
  const type = posts.map(({ contentType }) => (contentType === 'self' ? 1 : 0));
  const length = posts.map((post) => Math.log1p(post.length ?? 0));
  return without(
    without(
      without(
        left,
        posts.map(() => 1),
      ),
      centred(type),
    ),
    centred(length),
  );
}

function without(values: readonly number[], column: readonly number[]): number[] {
  const square = column.reduce((sum, value) => sum + value ** 2, 0);
  const product = values.reduce((sum, value, index) => sum + value * (column[index] ?? 0), 0);
  const slope = square > 1e-9 ? product / square : 0;
  return values.map((value, index) => value - slope * (column[index] ?? 0));
}

function centred(values: readonly number[]): number[] {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function promises(history: string, judged: Judged): Claim {
  const ours = mean(judged.promised) - mean(judged.delivered);
  const peer = mean(judged.naivePromised) - mean(judged.naiveDelivered);
  return {
    claim: `What the ten best hours promise beyond what they deliver (${history})`,
    ours: ours * 100,
    peer: peer * 100,
    peerName: 'weekday × hour mean',
    unit: 'points',
    ratio: peer / Math.max(Math.abs(ours), 0.001),
    goal: 'at most 6 points',
    met: ours <= 0.06,
  };
}

function foresight(history: string, { explained, total }: Judged): Claim {
  const ours = 1 - explained / total;
  return {
    claim: `Out-of-sample R² (${history})`,
    ours,
    peer: 0,
    peerName: 'no opinion',
    unit: 'R²',
    ratio: 1 + ours,
    goal: 'never below 0',
    met: ours >= 0,
  };
}

function against(claim: string, judged: Judged, goal: number): Claim {
  const [ours, peer] = [mean(judged.ours), mean(judged.naive)];
  return {
    claim: `${claim} (${judged.ours.length} accounts)`,
    ours,
    peer,
    peerName: 'weekday × hour mean',
    unit: 'rank correlation',
    ratio: ours / Math.max(peer, 0.001),
    goal: `at least ${goal}`,
    met: ours >= goal,
  };
}
