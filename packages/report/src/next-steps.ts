import type { ReportContext } from './report-context.ts';
import { bestSlots, isPromising, slotOfPublication } from './slots.ts';
import { allFindings } from './all-findings.ts';
import { daysBetween, dayIn } from './days.ts';
import type { Interval, ScorecardRow } from '@affiche/kpi';
import { isolated } from './isolated.ts';
import { lacksRevenue } from './known-return.ts';
import { standingOf } from './standing.ts';
import { formatDifference, formatValue } from './values.ts';

/** One thing to do, and why. */
export interface NextStep {
  /** Stable in every language: `objective-behind`. */
  readonly kind: string;
  readonly action: string;
  readonly reason: string;
}

// A list that nobody finishes helps nobody.
const most = 7;

/** What the numbers ask for, the most pressing first; each with the figures that say so. */
export function nextSteps(context: ReportContext): NextStep[] {
  return [
    ...errors(context),
    ...behind(context),
    ...unmeasured(context),
    ...returns(context),
    ...timing(context),
    ...pillars(context),
    ...unplaced(context),
  ].slice(0, most);
}

function errors(context: ReportContext): NextStep[] {
  return allFindings(context)
    .filter(({ severity }) => severity === 'error')
    .slice(0, 3)
    .map(({ fix, message }) => ({ kind: 'finding', action: fix, reason: message }));
}

function behind({ input, words, formats }: ReportContext): NextStep[] {
  const { strategy, scorecard } = input;
  if (!scorecard) return [];
  const today = dayIn(strategy.zone)(scorecard.asOf);
  return scorecard.rows.flatMap((row) => {
    const by = strategy.objectives.find(({ id }) => id === row.objective)?.by;
    if (row.verdict !== 'behind' || row.actual === null) return [];
    const value = (number: number) => formatValue(number, row.unit, formats, strategy.currency);
    const name = isolated(row.name);
    if (standingOf(row, input) === 'missed') {
      const reason = words.next.missedReason(value(row.actual), value(row.target));
      return [{ kind: 'objective-missed', action: words.next.missed(name), reason }];
    }
    const reason = words.next.behindReason(value(row.actual), value(row.expected));
    const likely = row.forecast && isWithinReach(row, row.forecast.interval);
    const left = Math.abs(row.target - row.actual);
    const need =
      by === undefined
        ? ''
        : words.next.behindNeed(
            formatDifference(left, row.unit, formats, strategy.currency),
            daysBetween(today, by).length - 1,
          );
    const action = likely ? words.next.behindPush(name) : words.next.behindDecide(name);
    return [{ kind: 'objective-behind', action, reason: `${reason} ${need}`.trim() }];
  });
}

// Who is behind lies on the far side of the pace: so it shows whether less or more is wanted.
function isWithinReach({ actual, expected, target }: ScorecardRow, { low, high }: Interval) {
  return actual !== null && actual > expected ? low <= target : high >= target;
}

function unmeasured({ input, words, formats }: ReportContext): NextStep[] {
  const unknown = (input.scorecard?.rows ?? []).filter(({ verdict }) => verdict === 'unknown');
  const silent = unknown.filter(({ status }) => status === 'missing-input');
  const unclear = unknown.filter((row) => !silent.includes(row));
  const measure = {
    kind: 'objective-unmeasured',
    action: words.next.measure(formats.list(silent.map(({ name }) => isolated(name)))),
    reason: words.next.measureReason,
  };
  return [
    ...(silent.length > 0 ? [measure] : []),
    ...unclear.map(({ name, status }) => ({
      kind: 'objective-unclear',
      action: words.next.unclear(isolated(name)),
      reason: words.next.unclearReason(words.statuses[status]),
    })),
  ];
}

function returns({ input, words, formats }: ReportContext): NextStep[] {
  const { roi } = input;
  if (!roi) return [];
  const { next } = words;
  if (lacksRevenue(roi)) {
    if (roi.cost.minor === 0) return [];
    return [{ kind: 'revenue-unknown', action: next.revenue, reason: next.revenueReason }];
  }
  if (roi.margin === null) {
    return [{ kind: 'margin-unknown', action: next.margin, reason: next.marginReason }];
  }
  const { value, interval } = roi.roi;
  if (value === null) return [];
  if (value < 0 && !(interval && interval.high > 0)) {
    const best = interval ? formats.change(interval.high) : null;
    const reason = next.lossReason(formats.change(value), best);
    return [{ kind: 'return-negative', action: next.loss, reason }];
  }
  if (!interval || interval.low >= 0) return [];
  const range = [formats.change(interval.low), formats.change(interval.high)] as const;
  return [
    {
      kind: 'return-uncertain',
      action: next.prove,
      reason: next.proveReason(...range),
    },
  ];
}

function timing({ input, words, formats }: ReportContext): NextStep[] {
  const publications = input.calendar?.publications ?? [];
  if (!input.timing || input.timing.posts === 0 || publications.length === 0) return [];
  const best = bestSlots(input.timing.surface(), 8).filter(isPromising);
  if (best.length === 0) {
    return [{ kind: 'hours-vary', action: words.next.vary, reason: words.next.varyReason }];
  }
  const slots = new Set(best.map(({ slot }) => slot));
  const inside = publications.filter((each) => slots.has(slotOfPublication(each))).length;
  const share = inside / publications.length;
  if (share >= 0.5) return [];
  const [first] = best;
  return [
    {
      kind: 'hours-move',
      action: words.next.move(
        formats.list(best.slice(0, 3).map((slot) => words.timing.slot(slot, formats))),
      ),
      reason: words.next.moveReason(
        formats.percent(share, 0),
        best.length,
        first ? words.timing.slotRange(first, formats) : '',
      ),
    },
  ];
}

function pillars({ input, words, formats }: ReportContext): NextStep[] {
  const publications = input.calendar?.publications ?? [];
  if (publications.length < 10) return [];
  return input.strategy.pillars.flatMap(({ id, name, share }) => {
    const count = publications.filter(({ draft }) => draft.pillar === id).length;
    if (share - count / publications.length < 0.08) return [];
    return [
      {
        kind: 'pillar-short',
        action: words.next.pillar(isolated(name)),
        reason: words.next.pillarReason(
          formats.count(count),
          formats.percent(share, 0),
          formats.count(Math.round(share * publications.length)),
        ),
      },
    ];
  });
}

function unplaced({ input, words }: ReportContext): NextStep[] {
  const ideas = input.calendar?.unplaced ?? [];
  const [first] = ideas;
  if (!first) return [];
  return [
    {
      kind: 'ideas-unplaced',
      action: words.next.unplaced(ideas.length),
      reason: words.next.unplacedReason(first.draft.id, first.reason),
    },
  ];
}
