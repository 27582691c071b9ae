import { type Finding, type Reading, epochMilliseconds } from '@affiche/core';
import type { Row } from './columns.ts';
import { type Fact, facts } from './facts.ts';
import { followersAt } from './followers-at.ts';
import { findOverlaps } from './overlaps.ts';

/** Rows made from readings, and the readings that could not be used. */
export interface ReadingRows {
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

/** Options of {@link rowsFromReadings}. */
export interface ReadingRowsOptions {
  /** Readings taken after this moment do not count; default all. */
  readonly asOf?: string;
}

/**
 * Turns readings into rows: one for each subject, scope and window, with the latest reading of each
 * fact. Counts since publication replace daily counts of the same post, so nothing counts twice.
 * Levels such as followers keep every reading, because their change is what matters. A post's row
 * carries `posts: 1`, and `followersAtPublication` where its account's followers were read.
 *
 * ```ts
 * import { rowsFromReadings } from '@affiche/kpi';
 *
 * const post = { kind: 'post', id: '1', platform: 'bluesky' } as const;
 * const shared = { subject: post, window: 'lifetime', scope: 'organic', source: 'bluesky' } as const;
 * const { rows } = rowsFromReadings([
 *   { ...shared, fact: 'reactions', value: 3, asOf: '2027-01-05T08:00:00Z' },
 *   { ...shared, fact: 'reactions', value: 9, asOf: '2027-01-06T08:00:00Z' },
 * ]);
 * rows[0]?.['reactions']; // => 9
 * ```
 */
export function rowsFromReadings(
  readings: readonly Reading[],
  { asOf }: ReadingRowsOptions = {},
): ReadingRows {
  const findings: Finding[] = [];
  const latest = asOf === undefined ? Infinity : epochMilliseconds(asOf);
  const known = readings
    .map((reading, index) => ({ reading, index, at: epochMilliseconds(reading.asOf) }))
    .filter(({ reading, index, at }) => {
      if (at > latest) return false;
      if (factOf(reading)) return true;
      findings.push(unknownFact(reading.fact, index));
      return false;
    })
    .toSorted((a, b) => a.at - b.at || a.index - b.index);
  const overlaps = findOverlaps(
    known.map(({ reading, index }) => ({ reading, index, key: subjectKey(reading) })),
  );
  findings.push(...overlaps.findings);
  const lifetimes = new Set(
    known
      .filter(({ reading }) => reading.window === 'lifetime')
      .map(({ reading }) => `${subjectKey(reading)} ${reading.fact}`),
  );

  const rows = new Map<string, Record<string, unknown>>();
  for (const { reading, index } of known) {
    if (overlaps.dropped.has(index)) continue;
    const stock = factOf(reading)!.additivity === 'stock';
    const twice =
      !stock &&
      reading.window !== 'lifetime' &&
      lifetimes.has(`${subjectKey(reading)} ${reading.fact}`);
    if (twice) continue;
    const time = stock ? reading.asOf : windowKey(reading);
    const key = `${subjectKey(reading)} ${time}`;
    const row = rows.get(key) ?? newRow(reading, stock);
    row[nameOf(reading)] = reading.value;
    if (reading.currency) row['currency'] = reading.currency;
    if (reading.publishedAt) row['at'] = reading.publishedAt;
    rows.set(key, row);
  }
  const audience = followersAt(known.map(({ reading }) => reading));
  for (const row of rows.values()) {
    if (row['kind'] !== 'post' || row['window'] !== 'lifetime') continue;
    row['posts'] = 1;
    const followers = audience(row['account'], row['at']);
    if (followers !== undefined) row['followersAtPublication'] = followers;
  }
  return { rows: [...rows.values()], findings };
}

function newRow(reading: Reading, stock: boolean): Record<string, unknown> {
  const { subject, scope, window, publishedAt, asOf } = reading;
  return {
    kind: subject.kind,
    subject: subject.id,
    ...(subject.platform ? { platform: subject.platform } : {}),
    account: subject.account ?? (subject.kind === 'account' ? subject.id : null),
    ...(stock ? {} : { scope }),
    window: window === 'lifetime' || stock ? 'lifetime' : `${window.from}/${window.to}`,
    at: publishedAt ?? (window === 'lifetime' || stock ? asOf : window.from),
    dated: publishedAt !== undefined || stock || window !== 'lifetime',
  };
}

/** An account's `posts` is how many it has in all: a level, not posts of the window. */
function nameOf({ subject, fact, window }: Reading): string {
  return fact === 'posts' && subject.kind === 'account' && window === 'lifetime'
    ? 'postsTotal'
    : fact;
}

function factOf(reading: Reading): Fact | undefined {
  const name = nameOf(reading);
  return Object.hasOwn(facts, name) ? facts[name] : undefined;
}

function subjectKey({ subject, scope }: Reading): string {
  return `${subject.kind} ${subject.platform ?? ''} ${subject.account ?? ''} ${subject.id} ${scope}`;
}

function windowKey({ window }: Reading): string {
  return window === 'lifetime' ? window : `${window.from}/${window.to}`;
}

function unknownFact(fact: string, index: number): Finding {
  return {
    rule: 'kpi/reading/unknown-fact',
    severity: 'warning',
    path: ['readings', index, 'fact'],
    message: `"${fact}" is no base fact, so the reading is left out.`,
    measured: fact,
    fix: 'Use a name from the facts catalogue.',
  };
}
