import {
  contentHash,
  type Finding,
  type Instant,
  type Price,
  type Publication,
} from '@affiche/core';

/**
 * What a plan does with a publication: `create`, `change` its content, `reschedule` only its time,
 * `cancel` it, `keep` it as it is; `locked` when it should change but is out or on its way.
 */
export type PlannedKind = 'create' | 'change' | 'reschedule' | 'cancel' | 'keep' | 'locked';

/** One line of a plan. */
export interface PlannedChange {
  readonly kind: PlannedKind;
  readonly id: string;
  /** The account key. */
  readonly account: string;
  /** When it goes out, by today's time zone data; absent when its wall time does not exist. */
  readonly at?: Instant;
  /** When it would have gone out before this plan. */
  readonly previousAt?: Instant;
  /** What goes out; absent for what is cancelled. */
  readonly publication?: Publication;
  /** The content hash of `publication`. */
  readonly hash: string;
  /** The revision it was planned against; 0 when it does not exist yet. */
  readonly basis: number;
  readonly findings: readonly Finding[];
}

/** How much of a rate budget is taken when a plan needs it most: by the plan, and by what else is there. */
export interface QuotaUse {
  /** The bucket with its scope. */
  readonly bucket: string;
  readonly windowSeconds: number;
  readonly limit: number;
  /**
   * The most points within any window that holds something of the plan, with those of what went out in it
   * and of what is queued for it.
   */
  readonly peak: number;
  /** When that window ends. */
  readonly peakAt: Instant;
}

/** What a plan costs an account, in one currency. */
export interface PlannedSpending {
  /** The account key. */
  readonly account: string;
  readonly amount: Price;
}

/** A dry run: everything that applying it would do. Plain data; show it, store it, have it approved. */
export interface Plan {
  /** What an approval binds to: any change of the plan gives another hash. */
  readonly hash: string;
  readonly scope: string;
  readonly madeAt: Instant;
  readonly changes: readonly PlannedChange[];
  /** Findings about the plan as a whole. Those about a publication stand with its change. */
  readonly findings: readonly Finding[];
  /** Points by bucket over the whole plan, and of nothing else. */
  readonly costs: Readonly<Record<string, number>>;
  readonly quotas: readonly QuotaUse[];
  /** Money by account and currency, for what is new or changed. An approval binds to it. */
  readonly spending: readonly PlannedSpending[];
}

/** So many lines are hashed at once: a large plan is never one text. */
const linesPerHash = 500;

/**
 * The hash of what a plan would do. It goes by the content hash of each publication: whoever trusts
 * it makes sure of those as well.
 */
export function planHash({
  scope,
  changes,
  spending,
}: Pick<Plan, 'scope' | 'changes' | 'spending'>): string {
  const parts: string[] = [];
  for (let start = 0; start < changes.length; start += linesPerHash) {
    const lines = changes.slice(start, start + linesPerHash);
    parts.push(
      contentHash(
        lines.map(({ kind, id, basis, at, hash, findings }) => [
          kind,
          id,
          basis,
          at ?? null,
          hash,
          // A plan with errors is not one without.
          ...findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])),
        ]),
      ),
    );
  }
  return contentHash([scope, changes.length, parts, spending]);
}

/**
 * How many changes of each kind a plan makes.
 *
 * ```ts
 * import { countChanges } from '@affiche/publish';
 *
 * countChanges([]); // => { create: 0, change: 0, reschedule: 0, cancel: 0, keep: 0, locked: 0 }
 * ```
 */
export function countChanges(
  changes: readonly Pick<PlannedChange, 'kind'>[],
): Record<PlannedKind, number> {
  const counts = { create: 0, change: 0, reschedule: 0, cancel: 0, keep: 0, locked: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
