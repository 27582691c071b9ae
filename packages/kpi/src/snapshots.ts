import { type Finding, type Reading, epochMilliseconds } from '@affiche/core';
import { facts } from './facts.ts';

/** Growth between counts, and the corrections found on the way. */
export interface Differences {
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
}

/**
 * Turns counts since publication into growth between one asking and the next. A count that went down
 * is the platform correcting itself: the negative growth stays, and is reported.
 *
 * ```ts
 * import { differenceSnapshots } from '@affiche/kpi';
 *
 * const post = { kind: 'post', id: '1' } as const;
 * const count = { subject: post, fact: 'views', window: 'lifetime', scope: 'organic', source: 'x' } as const;
 * const { readings } = differenceSnapshots([
 *   { ...count, value: 100, asOf: '2027-01-05T08:00:00Z' },
 *   { ...count, value: 130, asOf: '2027-01-06T08:00:00Z' },
 * ]);
 * readings[0]?.value; // => 30
 * ```
 */
export function differenceSnapshots(readings: readonly Reading[]): Differences {
  const findings: Finding[] = [];
  const differences: Reading[] = [];
  const last = new Map<string, Reading>();
  const counts = readings
    .filter(({ fact, window }) => window === 'lifetime' && facts[fact]?.additivity === 'additive')
    .toSorted((a, b) => epochMilliseconds(a.asOf) - epochMilliseconds(b.asOf));
  for (const reading of counts) {
    const { subject, fact, scope, value, asOf } = reading;
    const key = [subject.kind, subject.platform, subject.account, subject.id, fact, scope].join(
      ' ',
    );
    const before = last.get(key);
    last.set(key, reading);
    if (!before || before.asOf === asOf) continue;
    const growth = value - before.value;
    differences.push({ ...reading, value: growth, window: { from: before.asOf, to: asOf } });
    if (growth < 0) findings.push(correction(reading, growth));
  }
  return { readings: differences, findings };
}

function correction({ subject, fact, asOf }: Reading, growth: number): Finding {
  return {
    rule: 'kpi/reading/correction',
    severity: 'info',
    path: [subject.id, fact, asOf],
    message: `${fact} of ${subject.id} went down: the platform corrected its count.`,
    measured: growth,
    fix: 'Keep it: clamping it to zero would count what is not there.',
  };
}
