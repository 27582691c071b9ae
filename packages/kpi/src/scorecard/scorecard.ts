import type { Instant, PlainDate, Reading, Scope, Zone } from '@affiche/core';
import { kpi as lookUp } from '../catalogue.ts';
import type { KpiDefinition, Unit } from '../definition.ts';
import type { EngagementSet } from '../engagement-set.ts';
import { evaluate } from '../evaluate.ts';
import type { EvaluateOptions, Evaluation } from '../evaluation.ts';
import type { Caveat, Interval, Status } from '../kpi-value.ts';
import { dayNumber, localDays, dateOfDay } from '../local-day.ts';
import { platformNotes } from '../platform-note.ts';
import { rowsFromReadings } from '../readings.ts';
import type { Row } from '../columns.ts';
import { type Forecast, forecastLevel, forecastRate, forecastTotal } from './forecast.ts';
import { type Verdict, judgePace } from './pace.ts';

/** The part of an objective that a scorecard reads; a strategy's objectives have it. */
export interface ScoredObjective {
  readonly id: string;
  readonly name: string;
  /** An id of the {@link catalogue}. */
  readonly kpi: string;
  readonly baseline: number;
  readonly target: number;
  readonly unit?: string | undefined;
  readonly from: PlainDate;
  readonly by: PlainDate;
  /** The account it concerns, by its key; all accounts without it. */
  readonly account?: string | undefined;
}

/** Options of {@link scorecard}. */
export interface ScorecardOptions {
  /** Judge as of this moment; later readings do not count. */
  readonly asOf: Instant;
  /** The zone in which objectives begin and end; default the strategy's, or UTC. */
  readonly zone?: Zone;
  readonly engagementSet?: EngagementSet;
  /** Only readings of this scope; levels such as followers have none and always count. */
  readonly scope?: Scope;
  /** Gives rates their interval, as for {@link evaluate}. */
  readonly interval?: EvaluateOptions['interval'];
  /** No verdict before this share of the objective's time has passed; default 0.25. */
  readonly earlyShare?: number;
  /** Definitions of your own, before those of the catalogue. */
  readonly definitions?: readonly KpiDefinition[];
}

/** One objective and how it stands. */
export interface ScorecardRow {
  /** The objective's id. */
  readonly objective: string;
  readonly name: string;
  readonly kpi: string;
  readonly unit: Unit;
  readonly baseline: number;
  readonly target: number;
  readonly actual: number | null;
  readonly status: Status;
  /** The share of the way from where counting starts to the target; 1 is there, below 0 is backwards. */
  readonly progress: number | null;
  /** Where a steady pace would be by now, in `unit`. */
  readonly expected: number;
  readonly verdict: Verdict;
  /** Whether its last day is not over: until then the value is where things stand, not what came out. */
  readonly tooEarly: boolean;
  /** Of the actual value, where it is a rate and {@link ScorecardOptions} gives a way. */
  readonly interval?: Interval;
  /** What the last day may bring if things go on as they did. */
  readonly forecast?: Forecast;
  readonly caveats: readonly Caveat[];
}

/** Every objective of a strategy against what was measured. */
export interface Scorecard {
  readonly asOf: Instant;
  readonly rows: readonly ScorecardRow[];
  readonly findings: Evaluation['findings'];
}

/**
 * Sets every objective beside what was measured: actual, pace, forecast and verdict.
 * Before a quarter of its time has passed an objective has no verdict: it is `too-early`.
 *
 * ```ts
 * import { scorecard } from '@affiche/kpi';
 *
 * const objective = {
 *   id: 'grow', name: 'Grow', kpi: 'audience_size', baseline: 100, target: 200,
 *   from: '2027-01-01', by: '2027-01-31',
 * };
 * const reading = {
 *   subject: { kind: 'account', id: 'bluesky:bakery' }, fact: 'followers', value: 170,
 *   window: 'lifetime', scope: 'total', asOf: '2027-01-16T12:00:00Z', source: 'bluesky',
 * } as const;
 * const { rows } = scorecard({ objectives: [objective] }, [reading], { asOf: '2027-01-16T12:00:00Z' });
 * rows[0]?.verdict; // => 'on-track'
 * ```
 *
 * @throws ConfigurationError `unknown-kpi` for an objective whose KPI is not in the catalogue.
 */
export function scorecard(
  strategy: { readonly objectives: readonly ScoredObjective[]; readonly zone?: Zone | undefined },
  readings: readonly Reading[],
  options: ScorecardOptions,
): Scorecard {
  const zone = options.zone ?? strategy.zone ?? 'UTC';
  const { rows, findings } = rowsFromReadings(readings, { asOf: options.asOf });
  const all = [...findings];
  const scored = strategy.objectives.map((objective) => {
    const result = scoreObjective(objective, rows, { ...options, zone });
    all.push(...result.findings);
    return result.row;
  });
  return { asOf: options.asOf, rows: scored, findings: all };
}

function scoreObjective(
  objective: ScoredObjective,
  rows: readonly Row[],
  options: ScorecardOptions & { readonly zone: Zone },
): { readonly row: ScorecardRow; readonly findings: Evaluation['findings'] } {
  const { kpi: id, baseline, target, from, by } = objective;
  const definition = options.definitions?.find((each) => each.id === id) ?? lookUp(id);
  const today = localDays(options.zone)(options.asOf);
  const [first, last] = [dayNumber(from), dayNumber(by)];
  const own = rows.filter(({ account }) => !objective.account || account === objective.account);
  const window = { from, to: dateOfDay(Math.min(today, last)) };
  const { zone, engagementSet, scope, interval } = options;
  const settings = {
    zone,
    ...(engagementSet ? { engagementSet } : {}),
    ...(scope ? { scope } : {}),
  };
  const { groups, findings } = evaluate([definition], own, {
    ...settings,
    window,
    notes: platformNotes,
    ...(interval ? { interval } : {}),
  });
  const value = groups[0]!.values[definition.id]!;

  const daily = evaluate([definition], own, { ...settings, window, by: ['day'] }).groups;
  const cumulative = definition.aggregation === 'sum';
  const forecast =
    today >= last || value.value === null
      ? undefined
      : project(definition, daily, { first, today, last });

  const pace = judgePace({
    actual: value.value,
    start: cumulative ? 0 : baseline,
    target,
    better: target < baseline && !cumulative ? 'lower' : 'higher',
    elapsed: (Math.min(Math.max(today + 1, first), last + 1) - first) / (last + 1 - first),
    over: today > last,
    earlyShare: options.earlyShare ?? 0.25,
  });
  const caveats = [...value.caveats];
  if (own.some(({ dated }) => dated === false)) {
    caveats.push({
      code: 'undated-posts',
      message: 'Some readings do not say when the post went out: it counts on the day it was read.',
    });
  }
  return {
    findings,
    row: {
      objective: objective.id,
      name: objective.name,
      kpi: definition.id,
      unit: definition.unit,
      baseline,
      target,
      actual: value.value,
      status: value.status,
      ...pace,
      tooEarly: today <= last,
      ...(value.interval ? { interval: value.interval } : {}),
      ...(forecast ? { forecast } : {}),
      caveats,
    },
  };
}

/** Totals go on day by day, levels drift, and rates stay; quantiles and distinct people are not projected. */
function project(
  { id, aggregation }: KpiDefinition,
  daily: Evaluation['groups'],
  days: { readonly first: number; readonly today: number; readonly last: number },
): Forecast | undefined {
  const series = daily.flatMap(({ group, values }) => {
    const { value, numerator: above, denominator: below } = values[id]!;
    return value === null ? [] : [{ day: dayNumber(String(group['day'])), value, above, below }];
  });
  if (aggregation === 'sum') return forecastTotal(series, days);
  if (aggregation === 'last') return forecastLevel(series, days);
  const halves = series.flatMap(({ day, above, below }) =>
    above === undefined || below === undefined ? [] : [{ day, above, below }],
  );
  return halves.length > 0 ? forecastRate(halves, days) : undefined;
}
