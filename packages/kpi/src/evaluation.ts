import type { Currency, Finding, Scope, Zone } from '@affiche/core';
import type { FiscalCalendar } from './calendar.ts';
import type { EngagementSet } from './engagement-set.ts';
import type { Era } from './era.ts';
import type { Exchange } from './exchange.ts';
import type { DateWindow, Interval, KpiValue } from './kpi-value.ts';
import type { PlatformNote } from './platform-note.ts';

/** Options of `evaluate`. */
export interface EvaluateOptions {
  /**
   * Columns to group by, and periods: `day`, `week`, `month`, `quarter`, `year` are cut from the
   * column `at` in `zone` and `calendar`, unless a column has that name.
   */
  readonly by?: readonly string[];
  /** Only rows whose `at` falls on these local days. */
  readonly window?: DateWindow;
  /** Only rows of this scope; without it, rows of several scopes give no value. */
  readonly scope?: Scope;
  /** Default `public`: reactions, comments, shares. */
  readonly engagementSet?: EngagementSet;
  /** The zone in which days begin and end; default UTC. */
  readonly zone?: Zone;
  readonly calendar?: FiscalCalendar;
  /** Results in this currency; rows of others are converted, each at the rate of its own day. */
  readonly currency?: Currency;
  /** Made by {@link exchange} from dated rates. */
  readonly exchange?: Exchange;
  /** Denominators (or counted rows, where nothing is divided) below this are `low-base`. */
  readonly lowBase?: number;
  /** Breaks in the platforms' definitions; default the known {@link eras}. */
  readonly eras?: readonly Era[];
  /** How networks count, as caveats of what they are about: for example {@link platformNotes}. */
  readonly notes?: readonly PlatformNote[];
  /**
   * Gives a ratio its interval from one pair per row; rows are the clusters, one per post:
   * `(posts) => ratioInterval(posts).interval` with `ratioInterval` of `@affiche/kpi/stats`.
   */
  readonly interval?: (
    clusters: readonly { readonly numerator: number; readonly denominator: number }[],
  ) => Interval | null | undefined;
}

/** One group's results. */
export interface EvaluatedGroup {
  /** The key values by name of `by`; empty without `by`. */
  readonly group: Readonly<Record<string, string | number | null>>;
  readonly rows: number;
  readonly values: Readonly<Record<string, KpiValue>>;
}

/** What `evaluate` found. */
export interface Evaluation {
  readonly groups: readonly EvaluatedGroup[];
  /** Cells that could not be used, each with its row and column; the other cells count. */
  readonly findings: readonly Finding[];
}
