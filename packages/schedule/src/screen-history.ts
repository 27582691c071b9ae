import { epochMilliseconds, type Finding, type Instant, type Zone } from '@affiche/core';
import { hourOfWeekAt, type HourOfWeek } from './hour-of-week.ts';
import { momentOf } from './moment-of.ts';
import { type Objective, objectiveValue, type PostObservation } from './observation.ts';

/** A post that a model can learn from. */
export interface UsablePost {
  readonly post: PostObservation;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly slot: HourOfWeek;
  /** The natural logarithm of one plus the objective's value. */
  readonly logValue: number;
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

/** Keeps the posts that a model can learn from, in order of publication, and says what was left out. */
export function screenHistory(
  history: Iterable<PostObservation>,
  options: ScreenOptions,
): { readonly posts: UsablePost[]; readonly findings: Finding[] } {
  const now = epochMilliseconds(options.now);
  const counts = new Map<Fault, number>();
  const usable = new Map<string, UsablePost>();
  let isSorted = true;
  let latest = -Infinity;
  for (const post of history) {
    const judged = judge(post, now, options);
    if (typeof judged === 'string') {
      counts.set(judged, (counts.get(judged) ?? 0) + 1);
      continue;
    }
    const known = usable.get(post.id);
    if (known) {
      counts.set('duplicate-post', (counts.get('duplicate-post') ?? 0) + 1);
      if (momentOf(known.post.measuredAt) >= momentOf(post.measuredAt)) continue;
    }
    usable.set(post.id, judged);
    isSorted &&= !known && judged.publishedAt >= latest;
    latest = judged.publishedAt;
  }
  const posts = [...usable.values()];
  if (!isSorted) posts.sort((a, b) => a.publishedAt - b.publishedAt);
  return { posts, findings: [...counts].map(([fault, count]) => findingOf(fault, count)) };
}

function judge(
  post: PostObservation,
  now: number,
  { zone, objective, matureAfterSeconds, keepPaid }: ScreenOptions,
): UsablePost | Fault {
  const publishedAt = momentOf(post.publishedAt);
  const measuredAt = momentOf(post.measuredAt);
  if (Number.isNaN(publishedAt) || Number.isNaN(measuredAt)) return 'invalid-time';
  if (publishedAt > now || measuredAt > now) return 'future-post';
  const value = objectiveValue(post.metrics, objective);
  if (value === undefined) return 'missing-metric';
  if (!(value >= 0 && value < Infinity)) return 'invalid-metric';
  if (post.paid === true && !keepPaid) return 'paid-post';
  if (measuredAt - publishedAt < matureAfterSeconds * 1000) return 'immature-post';
  return {
    post,
    publishedAt,
    slot: hourOfWeekAt(publishedAt, zone),
    logValue: Math.log1p(value),
  };
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
