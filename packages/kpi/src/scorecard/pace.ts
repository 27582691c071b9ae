/** How an objective stands; before its time there is none. */
export type Verdict = 'reached' | 'on-track' | 'behind' | 'too-early' | 'unknown';

/** What a verdict is made from. */
export interface Pace {
  readonly actual: number | null;
  /** Where counting starts: the baseline of a level or a rate, 0 of a total. */
  readonly start: number;
  readonly target: number;
  readonly better: 'higher' | 'lower';
  /** The share of the objective's days that have passed, today included. */
  readonly elapsed: number;
  /** Whether its last day is behind us. */
  readonly over: boolean;
  readonly earlyShare: number;
}

/** Compares what was reached with a straight line from the start to the target. */
export function judgePace({ actual, start, target, better, elapsed, over, earlyShare }: Pace): {
  readonly progress: number | null;
  readonly expected: number;
  readonly verdict: Verdict;
} {
  const expected = start + (target - start) * elapsed;
  if (actual === null) return { progress: null, expected, verdict: 'unknown' };
  const progress = target === start ? null : (actual - start) / (target - start);
  const atLeast = (limit: number) => (better === 'higher' ? actual >= limit : actual <= limit);
  if (atLeast(target)) return { progress, expected, verdict: 'reached' };
  if (over) return { progress, expected, verdict: 'behind' };
  if (elapsed < earlyShare) return { progress, expected, verdict: 'too-early' };
  return { progress, expected, verdict: atLeast(expected) ? 'on-track' : 'behind' };
}
