import type { Currency, Finding } from '@affiche/core';
import { pathReader } from './path-reader.ts';

/** Journeys that went the same way, counted together. */
export interface JourneyPath {
  /** The channels in the order of the touches, as positions in `Journeys.channels`. */
  readonly steps: readonly number[];
  /** How many conversions ended such a journey. */
  readonly conversions: number;
  /** How many such journeys ended without one. */
  readonly nulls: number;
  /** What the conversions brought in all, in minor units or whatever unit the caller counts. */
  readonly value: number;
  /** How long before the conversion each touch was, in seconds; needed for time decay. */
  readonly agesSeconds?: readonly number[];
  /** The touch at which the person became a lead, as a position in `steps`; needed for the W shape. */
  readonly lead?: number;
}

/** What was decided before anything was attributed: results that differ here do not compare. */
export interface JourneySettings {
  /** Touches older than this were left out; `null` when none were. */
  readonly lookbackSeconds: number | null;
  /** The same for mere views. */
  readonly viewLookbackSeconds: number | null;
  /** `session` when touches of one channel within one session were counted once. */
  readonly deduplicate: 'none' | 'session';
  /** What became of direct visits. */
  readonly direct: 'keep' | 'drop';
  /** The currency of `value`, where it is money. */
  readonly currency: Currency | null;
}

/** Journeys ready to be attributed. */
export interface Journeys {
  readonly channels: readonly string[];
  readonly paths: readonly JourneyPath[];
  readonly settings: JourneySettings;
  /** Conversions that no touch came before; they belong to no channel. */
  readonly unattributed: { readonly conversions: number; readonly value: number };
  /** Rows that were left out, and why; and the first hundred journeys without a touch. */
  readonly findings: readonly Finding[];
}

/** Columns of a table of paths, one row each. */
export interface PathColumns {
  /** `search > social > email`. */
  readonly paths: readonly string[];
  readonly conversions: ArrayLike<number>;
  readonly nulls?: ArrayLike<number>;
  readonly values?: ArrayLike<number>;
}

/** How a table of paths is read. */
export interface JourneysFromPathsOptions {
  /** @defaultValue '>' with any spaces around it */
  readonly separator?: string;
  /** What was decided when the table was made, to be kept with the result. */
  readonly settings?: Partial<JourneySettings>;
}

const undecided: JourneySettings = {
  lookbackSeconds: null,
  viewLookbackSeconds: null,
  deduplicate: 'none',
  direct: 'keep',
  currency: null,
};

/**
 * Reads journeys from a table of paths. Equal paths are counted together; a row with a negative or
 * missing number is left out and becomes a finding, the others stay.
 *
 * ```ts
 * import { journeysFromPaths } from '@affiche/kpi/attribution';
 *
 * const { channels, paths } = journeysFromPaths({
 *   paths: ['search > social', 'social', 'search > social'],
 *   conversions: [1, 0, 2],
 *   nulls: [0, 5, 0],
 * });
 * channels; // => ['search', 'social']
 * paths[0]; // => { steps: [0, 1], conversions: 3, nulls: 0, value: 0 }
 * ```
 */
export function journeysFromPaths(
  { paths, conversions, nulls = [], values = [] }: PathColumns,
  { separator = '>', settings = {} }: JourneysFromPathsOptions = {},
): Journeys {
  const findings: Finding[] = [];
  const kinds = new Map<string, number>();
  // Columns, not objects: there may be a million kinds.
  const sums: { conversions: number[]; nulls: number[]; value: number[] } = {
    conversions: [],
    nulls: [],
    value: [],
  };
  for (let row = 0; row < paths.length; row += 1) {
    const converted = conversions[row] ?? Number.NaN;
    const lost = nulls[row] ?? 0;
    const value = values[row] ?? 0;
    if (!(converted >= 0) || !(lost >= 0) || !Number.isFinite(converted + lost + value)) {
      findings.push(badRow(row, converted, lost, value));
      continue;
    }
    const text = paths[row] ?? '';
    const kind = kinds.get(text);
    if (kind === undefined) {
      kinds.set(text, kinds.size);
      sums.conversions.push(converted);
      sums.nulls.push(lost);
      sums.value.push(value);
    } else {
      sums.conversions[kind]! += converted;
      sums.nulls[kind]! += lost;
      sums.value[kind]! += value;
    }
  }
  const reader = pathReader(separator);
  const merged: JourneyPath[] = [];
  const unattributed = { conversions: 0, value: 0 };
  const untouched = new Set<string>();
  let kind = 0;
  for (const text of kinds.keys()) {
    const [conversions, nulls, value] = [
      sums.conversions[kind]!,
      sums.nulls[kind]!,
      sums.value[kind]!,
    ];
    kind += 1;
    const steps = reader.read(text);
    if (steps.length > 0) merged.push({ steps, conversions, nulls, value });
    else {
      untouched.add(text);
      unattributed.conversions += conversions;
      unattributed.value += value;
    }
  }
  if (untouched.size > 0) {
    const rows = [...paths.keys()].filter((row) => untouched.has(paths[row] ?? ''));
    findings.push(...rows.slice(0, mostUntouched).map((row) => withoutTouch(['paths', row])));
  }
  const { channels } = reader;
  return {
    channels,
    paths: merged,
    settings: { ...undecided, ...settings },
    unattributed,
    findings,
  };
}

// A shop may have thousands of them: the sum is in `unattributed`, some rows are enough to look at.
export const mostUntouched = 100;

/** Says that a journey had no touch, so that what it brought is nobody's. */
export function withoutTouch(path: Finding['path']): Finding {
  return {
    rule: 'attribution/path/no-touch',
    severity: 'info',
    path,
    message: 'Nothing came before: what it brought belongs to no channel.',
    fix: 'Look whether touches are missing, or leave it: it is counted as unattributed.',
  };
}

function badRow(row: number, conversions: number, nulls: number, value: number): Finding {
  const column = !(conversions >= 0) ? 'conversions' : !(nulls >= 0) ? 'nulls' : 'values';
  return {
    rule: 'attribution/path/number',
    severity: 'warning',
    path: [column, row],
    message: 'The row was left out: a number is missing or impossible.',
    measured: String({ conversions, nulls, values: value }[column]),
    fix: 'Give counts that are zero or more, and values that are numbers.',
  };
}
