import { daysBetween } from '../days.ts';
import { isolated } from '../isolated.ts';
import { knownReturn, rangeText } from '../known-return.ts';
import { html } from '../markup.ts';
import { networkList } from '../networks.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { bestSlots, isPromising } from '../slots.ts';
import { standingOf, standings } from '../standing.ts';
import { allFindings } from '../all-findings.ts';

/** The whole report in a few plain sentences. */
export function summarySection(context: ReportContext): Section {
  const { words } = context;
  const sentences = [
    planSentence(context),
    ...objectiveSentences(context),
    returnSentence(context),
    timingSentence(context),
    findingsSentence(context),
  ].filter((sentence) => sentence !== undefined);
  return {
    id: 'summary',
    title: words.summary.title,
    charts: [],
    tables: [],
    body: () =>
      html`<div class="lead">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
  };
}

function planSentence(context: ReportContext): string | undefined {
  const { input, words, formats } = context;
  if (!input.calendar) return undefined;
  const { period } = input.strategy;
  const count = input.calendar.publications.length;
  if (count === 0) return words.summary.noPlan;
  return words.summary.plan(
    count,
    networkList(context),
    Math.ceil(daysBetween(period.from, period.to).length / 7),
    formats,
  );
}

function objectiveSentences({ input, words, formats }: ReportContext): string[] {
  const rows = input.scorecard?.rows ?? [];
  if (rows.length === 0) return [];
  const { summary } = words;
  const groups = Map.groupBy(rows, (row) => standingOf(row, input));
  const counts = standings.flatMap((standing) => {
    const count = groups.get(standing)?.length ?? 0;
    return count > 0 ? [[count, summary.standings[standing]] as const] : [];
  });
  const named = (['behind', 'missed'] as const).flatMap((standing) => {
    const names = groups.get(standing)?.map(({ name }) => isolated(name));
    return names ? [summary.named(words.verdicts[standing], formats.list(names))] : [];
  });
  // Of one alone the first sentence has said it.
  return [summary.objectives(counts, rows.length, formats), ...(rows.length > 1 ? named : [])];
}

function returnSentence({ input, words, formats }: ReportContext): string | undefined {
  const value = knownReturn(input.roi);
  if (!input.roi || value === null) return undefined;
  return words.summary.money(formats.change(value), rangeText(input.roi, words, formats)).trim();
}

function timingSentence({ input, words, formats }: ReportContext): string | undefined {
  if (!input.timing) return undefined;
  if (input.timing.posts === 0) return words.summary.noPast;
  const [best] = bestSlots(input.timing.surface(), 1);
  return best && isPromising(best)
    ? words.summary.best(words.timing.slotRange(best, formats))
    : words.summary.noBest;
}

function findingsSentence(context: ReportContext): string | undefined {
  const { input, words } = context;
  if (!input.findings && !input.calendar) return undefined;
  const found = allFindings(context);
  const count = (severity: string) => found.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return errors + warnings === 0 ? words.summary.clean : words.summary.findings(errors, warnings);
}
