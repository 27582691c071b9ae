import { epochMilliseconds, type Finding, Instant } from '@affiche/core';
import {
  type JourneyPath,
  type Journeys,
  type JourneySettings,
  mostUntouched,
  withoutTouch,
} from './journeys.ts';

/** Somebody met us somewhere. */
export interface Touch {
  readonly person: string;
  readonly channel: string;
  readonly at: Instant;
  /**
   * Whether they clicked or only saw.
   *
   * @defaultValue 'click'
   */
  readonly kind?: 'click' | 'view';
  /** The visit it was part of. */
  readonly session?: string;
  /** Whether it made the person a lead. */
  readonly lead?: boolean;
}

/** Somebody did what we wanted. */
export interface Conversion {
  readonly person: string;
  readonly at: Instant;
  /** In minor units, or whatever unit the caller counts; 0 when absent. */
  readonly value?: number;
}

/** Which touches belong to a conversion. */
export interface BuildJourneysOptions {
  /**
   * How old a click may be.
   *
   * @defaultValue 30 days
   */
  readonly lookbackSeconds?: number;
  /**
   * How old a mere view may be.
   *
   * @defaultValue 1 day
   */
  readonly viewLookbackSeconds?: number;
  /**
   * Whether touches of one channel within one session count once.
   *
   * @defaultValue 'session'
   */
  readonly deduplicate?: 'none' | 'session';
  /**
   * Whether direct visits are touches.
   *
   * @defaultValue 'keep'
   */
  readonly direct?: 'keep' | 'drop';
  /**
   * The channel that means a direct visit.
   *
   * @defaultValue 'direct'
   */
  readonly directChannel?: string;
  readonly currency?: JourneySettings['currency'];
}

interface Moment extends Touch {
  readonly time: number;
}

interface Draft {
  readonly touches: readonly Moment[];
  /** When the person converted; absent for a journey that led nowhere. */
  readonly convertedAt?: number;
  /** The row of the conversion. */
  readonly row?: number;
  readonly value: number;
}

interface Goal {
  readonly time: number;
  readonly value: number;
  readonly row: number;
}

const day = 86_400;

/**
 * Builds journeys from single touches and conversions. A conversion closes a journey and the next
 * touch opens another; touches that led to nothing are a journey without conversion. Rows that
 * cannot be read become findings, and spoil nobody else's.
 *
 * ```ts
 * import { attribute, buildJourneys, lastTouch } from '@affiche/kpi/attribution';
 *
 * const journeys = buildJourneys(
 *   [
 *     { person: 'p1', channel: 'search', at: '2027-01-04T08:00:00Z' },
 *     { person: 'p1', channel: 'email', at: '2027-01-05T08:00:00Z' },
 *   ],
 *   [{ person: 'p1', at: '2027-01-05T09:00:00Z', value: 2500 }],
 * );
 * attribute(journeys, lastTouch()).channels[0]?.channel; // => 'email'
 * ```
 */
export function buildJourneys(
  touches: readonly Touch[],
  conversions: readonly Conversion[],
  options: BuildJourneysOptions = {},
): Journeys {
  const {
    lookbackSeconds = 30 * day,
    viewLookbackSeconds = day,
    deduplicate = 'session',
    direct = 'keep',
    directChannel = 'direct',
    currency = null,
  } = options;
  const findings: Finding[] = [];
  const byPerson = new Map<string, Moment[]>();
  for (const [row, touch] of touches.entries()) {
    const bad = problemOf({ ...touch }, ['person', 'channel', 'at'], 'touches', row);
    if (bad) findings.push(bad);
    else if (direct === 'keep' || touch.channel !== directChannel) {
      listOf(byPerson, touch.person).push({ ...touch, time: epochMilliseconds(touch.at) });
    }
  }
  const goals = new Map<string, Goal[]>();
  for (const [row, conversion] of conversions.entries()) {
    // What is no row at all has no person either, and is left out for that.
    const { person, at, value = 0 } = { ...conversion };
    const bad = problemOf({ person, at, value }, ['person', 'at', 'value'], 'conversions', row);
    if (bad) findings.push(bad);
    else listOf(goals, person).push({ time: epochMilliseconds(at), value, row });
  }
  const drafts = [...new Set([...byPerson.keys(), ...goals.keys()])].flatMap((person) =>
    journeysOf(byPerson.get(person) ?? [], goals.get(person) ?? []),
  );
  const channels: string[] = [];
  const positions = new Map<string, number>();
  const unattributed = { conversions: 0, value: 0 };
  const paths: JourneyPath[] = [];
  for (const draft of drafts) {
    const kept = once(deduplicate, recent(draft, lookbackSeconds, viewLookbackSeconds));
    if (kept.length === 0) {
      if (draft.convertedAt !== undefined) {
        unattributed.conversions += 1;
        unattributed.value += draft.value;
        if (unattributed.conversions <= mostUntouched) {
          findings.push(withoutTouch(['conversions', draft.row ?? 0]));
        }
      }
      continue;
    }
    const steps = kept.map(({ channel }) => {
      const position = positions.get(channel) ?? channels.push(channel) - 1;
      positions.set(channel, position);
      return position;
    });
    paths.push(pathOf(draft, kept, steps));
  }
  const settings = { lookbackSeconds, viewLookbackSeconds, deduplicate, direct, currency };
  return { channels, paths, settings, unattributed, findings };
}

/** Cuts a person's touches at each conversion. */
function journeysOf(touches: readonly Moment[], goals: readonly Goal[]): Draft[] {
  const rest = touches.toSorted((a, b) => a.time - b.time);
  const drafts: Draft[] = goals
    .toSorted((a, b) => a.time - b.time)
    .map(({ time, value, row }) => {
      const end = rest.findIndex((touch) => touch.time > time);
      const before = rest.splice(0, end < 0 ? rest.length : end);
      return { touches: before, convertedAt: time, row, value };
    });
  return rest.length > 0 ? [...drafts, { touches: rest, value: 0 }] : drafts;
}

function recent({ touches, convertedAt }: Draft, clicks: number, views: number): Moment[] {
  if (convertedAt === undefined) return [...touches];
  return touches.filter(({ time, kind }) => {
    const age = (convertedAt - time) / 1000;
    return age <= (kind === 'view' ? views : clicks);
  });
}

/** Keeps the first touch of a channel in a session, and its mark as a lead if any of them has one. */
function once(deduplicate: 'none' | 'session', touches: readonly Moment[]): Moment[] {
  if (deduplicate === 'none') return [...touches];
  const firsts = new Map<string, Moment>();
  const kept: (Moment | string)[] = touches.map((touch) => {
    if (touch.session === undefined) return touch;
    const key = JSON.stringify([touch.session, touch.channel]);
    const first = firsts.get(key);
    firsts.set(key, first ? { ...first, lead: first.lead || touch.lead || false } : touch);
    return first ? '' : key;
  });
  return kept.flatMap((each) => (typeof each === 'string' ? (firsts.get(each) ?? []) : each));
}

function pathOf(
  { convertedAt, value }: Draft,
  touches: readonly Moment[],
  steps: readonly number[],
): JourneyPath {
  const lead = touches.findIndex((touch) => touch.lead);
  const marked = lead < 0 ? {} : { lead };
  if (convertedAt === undefined) return { steps, conversions: 0, nulls: 1, value: 0, ...marked };
  const agesSeconds = touches.map(({ time }) => (convertedAt - time) / 1000);
  return { steps, conversions: 1, nulls: 0, value, agesSeconds, ...marked };
}

function problemOf(
  row: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  table: string,
  index: number,
): Finding | undefined {
  const column = columns.find((name) => !isGood(name, row[name]));
  return column === undefined
    ? undefined
    : {
        rule: `attribution/${table}/${column}`,
        severity: 'warning',
        path: [table, index, column],
        message: 'The row was left out: a value is missing or impossible.',
        measured: String(row[column]),
        fix: 'Give names that are not empty, instants with an offset, and values that are numbers.',
      };
}

function isGood(column: string, value: unknown): boolean {
  if (column === 'value') return typeof value === 'number' && Number.isFinite(value);
  if (column === 'at') return Instant.safeParse(value).success;
  return typeof value === 'string' && value !== '';
}

function listOf<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
