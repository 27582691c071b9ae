import { ConfigurationError } from '@affiche/core';
import { type Envelope, envelope, lid } from './envelope.ts';
import { relax } from './relaxation.ts';
import { type HillCurve, hill, marginalReturn } from './response-curve.ts';

/** Something money can be spent on. */
export interface BudgetOption extends HillCurve {
  readonly id: string;
  /** Least and most that may be spent on it; default from 0 to the whole budget. */
  readonly bounds?: { readonly least?: number; readonly most?: number };
}

/** Who gets what, and how far from the best that can be. */
export interface BudgetAllocation {
  readonly lines: readonly {
    readonly id: string;
    readonly spend: number;
    readonly brings: number;
    /** What the next unit of money here brings. */
    readonly marginal: number;
  }[];
  /** Budget that the bounds leave over. */
  readonly unspent: number;
  readonly brings: number;
  /** Nothing brings more than this. */
  readonly bound: number;
  /** (bound − brings) ÷ bound: 0.001 is at most a thousandth below the best. */
  readonly gap: number;
}

/** Options of {@link allocateBudget}. */
export interface AllocateBudgetOptions {
  /** Stops when this close to the best; default 0.0001. */
  readonly gap?: number;
  /** Stops after looking at this many cases; default 20,000. The result's own gap says how far it got. */
  readonly mostCases?: number;
}

interface Case {
  readonly envelopes: readonly Envelope[];
  readonly bound: number;
  readonly spends: readonly number[];
}

/**
 * Shares a budget out so that it brings the most, even over curves that start slowly. Equal marginal
 * returns are not enough there: they may split money over lines that all stay asleep. Lids of the
 * curves give an upper bound, and the cases that could still beat the best so far are cut in two
 * until the gap is closed (branch and bound), so the result states how good it is.
 *
 * ```ts
 * import { allocateBudget } from '@affiche/kpi/roi';
 *
 * const { lines } = allocateBudget(
 *   [{ id: 'video', most: 100, half: 50, shape: 1 }, { id: 'search', most: 80, half: 20, shape: 1 }],
 *   80,
 * );
 * lines.map(({ spend }) => Math.round(spend)); // => [46, 34]
 * ```
 *
 * @throws ConfigurationError `invalid-budget` for a negative budget, a curve or bounds that
 * cannot be, or least spends above the budget.
 */
export function allocateBudget(
  options: readonly BudgetOption[],
  budget: number,
  { gap = 1e-4, mostCases = 20_000 }: AllocateBudgetOptions = {},
): BudgetAllocation {
  validate(options, budget);
  const whole = options.map(({ bounds, ...curve }) =>
    envelope(curve, bounds?.least ?? 0, Math.min(bounds?.most ?? budget, budget)),
  );
  const value = (spends: readonly number[]) =>
    spends.reduce((sum, spend, index) => sum + hill(options[index]!, spend), 0);

  let best: { readonly spends: readonly number[]; readonly value: number } = {
    spends: [],
    value: -Infinity,
  };
  const open: Case[] = [];
  const look = (envelopes: readonly Envelope[]) => {
    const { spends, bound } = relax(envelopes, budget);
    const reached = value(spends);
    if (reached > best.value) best = { spends, value: reached };
    open.push({ envelopes, bound, spends });
  };
  look(whole);
  let bound = best.value;
  for (let cases = 0; open.length > 0; cases++) {
    const widest = open.reduce((most, each, at) => (each.bound > open[most]!.bound ? at : most), 0);
    const [current] = open.splice(widest, 1);
    bound = Math.max(best.value, current!.bound);
    if (bound - best.value <= gap * bound || cases >= mostCases) break;
    for (const half of split(current!)) if (feasible(half, budget)) look(half);
  }
  return describe(options, budget, best.spends, Math.max(bound, best.value));
}

/** Cuts the line whose lid lies highest above its curve at the point where it does. */
function split({ envelopes, spends }: Case): Envelope[][] {
  const heights = envelopes.map(
    (line, at) => lid(line, spends[at]!) - hill(line.curve, spends[at]!),
  );
  const at = heights.indexOf(Math.max(...heights));
  const { curve, from, to } = envelopes[at]!;
  return [
    envelopes.with(at, envelope(curve, from, spends[at]!)),
    envelopes.with(at, envelope(curve, spends[at]!, to)),
  ];
}

function feasible(lines: readonly Envelope[], budget: number): boolean {
  return lines.reduce((sum, { from }) => sum + from, 0) <= budget * (1 + 1e-12);
}

function describe(
  options: readonly BudgetOption[],
  budget: number,
  spends: readonly number[],
  bound: number,
): BudgetAllocation {
  const lines = options.map((option, index) => {
    const spend = spends[index]!;
    return {
      id: option.id,
      spend,
      brings: hill(option, spend),
      marginal: marginalReturn(option, spend),
    };
  });
  const brings = lines.reduce((sum, line) => sum + line.brings, 0);
  const spent = spends.reduce((sum, spend) => sum + spend, 0);
  return {
    lines,
    unspent: Math.max(0, budget - spent),
    brings,
    bound,
    gap: bound > 0 ? Math.max(0, bound - brings) / bound : 0,
  };
}

function validate(options: readonly BudgetOption[], budget: number): void {
  if (!(budget >= 0 && Number.isFinite(budget))) fail(`${budget} is no budget`, 'Give 0 or more.');
  let least = 0;
  for (const { id, most, half, shape, bounds } of options) {
    const { least: low = 0, most: high = Infinity } = bounds ?? {};
    if (!(most >= 0 && half > 0 && shape > 0)) {
      fail(`The curve of ${id} cannot be`, 'most is 0 or more, half and shape are above 0.');
    }
    if (!(low >= 0 && low <= high)) fail(`The bounds of ${id} cannot be`, 'Give 0 ≤ least ≤ most.');
    least += low;
  }
  if (least > budget) {
    fail(`The least spends need ${least}, the budget is ${budget}`, 'Lower a least spend.');
  }
}

function fail(message: string, hint: string): never {
  throw new ConfigurationError('invalid-budget', { message, hint });
}
