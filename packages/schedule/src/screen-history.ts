import { epochMilliseconds, type Finding, type Instant, type Zone } from '@affiche/core';
import { hoursOfWeekAt } from './hour-of-week.ts';
import { momentOf } from './moment-of.ts';
import { type Objective, objectiveValue, type PostObservation } from './observation.ts';

/** The posts that a model can learn from, in order of publication, one column per fact. */
export interface UsablePosts {
  readonly posts: readonly PostObservation[];
  /** Milliseconds since the epoch. */
  readonly publishedAt: Float64Array;
  /** Hours of the week. */
  readonly slots: Uint8Array;
  /** The natural logarithm of one plus the objective's value. */
  readonly logValues: Float64Array;
}

/** What a model may see of a history. */
export interface ScreenOptions {
  readonly zone: Zone;
  readonly objective: Objective;
  readonly now: Instant;
  /** Younger posts have not gathered their reactions yet, in seconds. */
  readonly matureAfterSeconds: number;
  /** Whether paid posts stay in. */
  readonly keepPaid: boolean;
}

type Fault = keyof typeof faults;

const faults = {
  'invalid-time': [
    'error',
    'have a time that cannot be read',
    'Write times like 2027-01-04T08:00:00Z.',
  ],
  'future-post': ['error', 'lie in the future', 'Check the clock and the zone of the export.'],
  'missing-metric': [
    'info',
    'have no number for the objective',
    'Missing is not zero: they are left out.',
  ],
  'invalid-metric': ['error', 'have a negative or unreadable number', 'Check the export.'],
  'immature-post': ['info', 'are too young to be judged', 'They will count once they are older.'],
  'paid-post': ['info', 'were paid for', 'Control for "paid" to keep them.'],
  'duplicate-post': ['warning', 'repeat an id', 'Each post counts once.'],
} as const;

/** Keeps the posts that a model can learn from, and says what was left out. */
export function screenHistory(
  history: Iterable<PostObservation>,
  options: ScreenOptions,
): UsablePosts & { readonly findings: Finding[] } {
  const { zone, objective, matureAfterSeconds, keepPaid } = options;
  const now = epochMilliseconds(options.now);
  const counts = new Map<Fault, number>();
  const ids = new Set<string>();
  // Where each id is: asked for only once an id comes a second time.
  let places: Map<string, number> | undefined;
  const posts: PostObservation[] = [];
  const moments: number[] = [];
  const values: number[] = [];
  let isSorted = true;
  let lastAt = -Infinity;
  let measuredText: string | undefined;
  let measuredAt = Number.NaN;
  for (const post of history) {
    const publishedAt = momentOf(post.publishedAt);
    // Exports are mostly measured all at once.
    if (post.measuredAt !== measuredText) {
      measuredText = post.measuredAt;
      measuredAt = momentOf(measuredText);
    }
    const value = objectiveValue(post.metrics, objective);
    let fault: Fault | undefined;
    if (Number.isNaN(publishedAt) || Number.isNaN(measuredAt)) fault = 'invalid-time';
    else if (publishedAt > now || measuredAt > now) fault = 'future-post';
    else if (value === undefined) fault = 'missing-metric';
    else if (!(value >= 0 && value < Infinity)) fault = 'invalid-metric';
    else if (post.paid === true && !keepPaid) fault = 'paid-post';
    else if (measuredAt - publishedAt < matureAfterSeconds * 1000) fault = 'immature-post';
    if (fault !== undefined) {
      count(counts, fault);
      continue;
    }
    const known = ids.size;
    let place = posts.length;
    if (ids.add(post.id).size === known) {
      count(counts, 'duplicate-post');
      places ??= new Map(posts.map(({ id }, index) => [id, index]));
      place = places.get(post.id) ?? place;
      if (momentOf(posts[place]?.measuredAt ?? '') >= measuredAt) continue;
      isSorted = false;
    }
    places?.set(post.id, place);
    isSorted &&= publishedAt >= lastAt;
    lastAt = publishedAt;
    posts[place] = post;
    moments[place] = publishedAt;
    values[place] = value as number;
  }
  const order = isSorted ? undefined : inOrderOf(moments);
  const inOrder = <Item>(items: Item[]): Item[] =>
    order ? order.map((index) => items[index] as Item) : items;
  const publishedAt = Float64Array.from(inOrder(moments));
  const logValues = Float64Array.from(inOrder(values));
  for (let index = 0; index < logValues.length; index += 1) {
    logValues[index] = Math.log1p(logValues[index] as number);
  }
  return {
    posts: inOrder(posts),
    publishedAt,
    slots: hoursOfWeekAt(publishedAt, zone),
    logValues,
    findings: [...counts].map(([fault, faulty]) => findingOf(fault, faulty)),
  };
}

function inOrderOf(moments: readonly number[]): number[] {
  return [...moments.keys()].toSorted((a, b) => (moments[a] as number) - (moments[b] as number));
}

/** The posts of each account, still in order. */
export function byAccount(usable: UsablePosts): Map<string, UsablePosts> {
  const { posts, publishedAt, slots, logValues } = usable;
  const first = posts[0]?.account;
  if (first === undefined) return new Map();
  if (posts.every(({ account }) => account === first)) return new Map([[first, usable]]);
  const groups = Map.groupBy(posts.keys(), (index) => (posts[index] as PostObservation).account);
  return new Map(
    [...groups].map(([account, own]) => [
      account,
      {
        posts: own.map((index) => posts[index] as PostObservation),
        publishedAt: Float64Array.from(own, (index) => publishedAt[index] as number),
        slots: Uint8Array.from(own, (index) => slots[index] as number),
        logValues: Float64Array.from(own, (index) => logValues[index] as number),
      },
    ]),
  );
}

function count(counts: Map<Fault, number>, fault: Fault): void {
  counts.set(fault, (counts.get(fault) ?? 0) + 1);
}

/** Says how many posts could not be used, and why. */
export function findingOf(fault: Fault, count: number): Finding {
  const [severity, what, fix] = faults[fault];
  return {
    rule: `schedule/history/${fault}`,
    severity,
    path: ['history'],
    message: `${count} of the posts ${what}.`,
    measured: count,
    unit: 'posts',
    fix,
  };
}
