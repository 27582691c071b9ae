import type { Database } from './database.ts';

/** A budget of points that is full again when its window ends; the window starts with the first use. */
export interface RateBudget {
  /** Unique with its window: `writes-hour`. */
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** Where a budget stands after a request was charged to it. */
export interface RateState {
  readonly budget: RateBudget;
  readonly remaining: number;
  /** When it is full again, in milliseconds since the epoch. */
  readonly resetAt: number;
  /** Whether the request was one too many. */
  readonly exceeded: boolean;
}

/** The table that budgets need. */
export const rateBudgetTable = `
  CREATE TABLE IF NOT EXISTS rate_budget (
    name TEXT NOT NULL, subject TEXT NOT NULL, used REAL NOT NULL, reset_at INTEGER NOT NULL,
    PRIMARY KEY (name, subject)
  ) STRICT, WITHOUT ROWID;`;

/** Charges points to somebody's budget. A refused request is charged too, as real servers do. */
export function charge(
  database: Database,
  budget: RateBudget,
  {
    subject,
    points,
    now,
  }: { readonly subject: string; readonly points: number; readonly now: number },
): RateState {
  const row = database.one(
    `INSERT INTO rate_budget (name, subject, used, reset_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET
       used = CASE WHEN reset_at <= ? THEN excluded.used ELSE used + excluded.used END,
       reset_at = CASE WHEN reset_at <= ? THEN excluded.reset_at ELSE reset_at END
     RETURNING used, reset_at`,
    budget.name,
    subject,
    points,
    now + budget.windowSeconds * 1000,
    now,
    now,
  );
  const used = Number(row?.['used']);
  return {
    budget,
    remaining: Math.max(0, budget.points - used),
    resetAt: Number(row?.['reset_at']),
    exceeded: used > budget.points,
  };
}
