import { epochMilliseconds, type Finding, type Instant, type Zone } from '@affiche/core';
import { hourOfWeekAt } from './hour-of-week.ts';
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
  'duplicate-post': ['warning', 'repeat an id', 'Only the latest measurement of a post counts.'],
} as const;

/** Keeps the posts that a model can learn from, and says what was left out. */
export function screenHistory(
  history: Iterable<PostObservation>,
  options: ScreenOptions,
): UsablePosts & { readonly findings: Finding[] } {
  const { zone, objective } = options;
  const now = epochMilliseconds(options.now);
  const counts = new Map<Fault, number>();
  const places = new Map<string, number>();
  const posts: PostObservation[] = [];
  const moments: number[] = [];
  let isSorted = true;
  let measuredText: string | undefined;
  let measuredAt = Number.NaN;
  for (const post of history) {
    const publishedAt = momentOf(post.publishedAt);
    const known = places.get(post.id);
    // Exports are mostly measured all at once.
    if (post.measuredAt !== measuredText) {
      measuredText = post.measuredAt;
      measuredAt = momentOf(measuredText);
    }
    let fault = faultOf(post, { publishedAt, measuredAt, now }, options);
    if (fault === undefined && known !== undefined) fault = 'duplicate-post';
    if (fault !== undefined) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    if (fault === undefined) {
      isSorted &&= publishedAt >= (moments.at(-1) ?? -Infinity);
      places.set(post.id, posts.length);
      posts.push(post);
      moments.push(publishedAt);
    } else if (known !== undefined && fault === 'duplicate-post') {
      const earlier = posts[known]?.measuredAt ?? '';
      if (momentOf(earlier) >= measuredAt) continue;
      posts[known] = post;
      moments[known] = publishedAt;
      isSorted = false;
    }
  }
  const order = isSorted ? undefined : inOrderOf(moments);
  const sorted = order ? order.map((index) => posts[index] as PostObservation) : posts;
  const publishedAt = Float64Array.from(
    order ? order.map((index) => moments[index] as number) : moments,
  );
  const slots = new Uint8Array(sorted.length);
  const logValues = new Float64Array(sorted.length);
  for (let index = 0; index < sorted.length; index += 1) {
    const { metrics } = sorted[index] as PostObservation;
    slots[index] = hourOfWeekAt(publishedAt[index] as number, zone);
    logValues[index] = Math.log1p(objectiveValue(metrics, objective) as number);
  }
  const findings = [...counts].map(([fault, count]) => findingOf(fault, count));
  return { posts: sorted, publishedAt, slots, logValues, findings };
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

function faultOf(
  post: PostObservation,
  { publishedAt, measuredAt, now }: Readonly<Record<'publishedAt' | 'measuredAt' | 'now', number>>,
  { objective, matureAfterSeconds, keepPaid }: ScreenOptions,
): Fault | undefined {
  if (Number.isNaN(publishedAt) || Number.isNaN(measuredAt)) return 'invalid-time';
  if (publishedAt > now || measuredAt > now) return 'future-post';
  const value = objectiveValue(post.metrics, objective);
  if (value === undefined) return 'missing-metric';
  if (!(value >= 0 && value < Infinity)) return 'invalid-metric';
  if (post.paid === true && !keepPaid) return 'paid-post';
  if (measuredAt - publishedAt < matureAfterSeconds * 1000) return 'immature-post';
  return undefined;
}

function findingOf(fault: Fault, count: number): Finding {
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
