import { daysBetween } from '../days.ts';
import { html } from '../markup.ts';
import { networkList } from '../networks.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import { bestSlots, isPromising } from '../slots.ts';
import { allFindings } from '../all-findings.ts';

/** The whole report in a few plain sentences. */
export function summarySection(context: ReportContext): Section {
  const { words } = context;
  const sentences = [
    planSentence(context),
    ...objectiveSentences(context),
    timingSentence(context),
    findingsSentence(context),
  ].filter((sentence) => sentence !== undefined);
  return {
    id: 'summary',
    title: words.summary.title,
    charts: [],
    tables: [],
    body: html`<div class="lead">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
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
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict);
  const behind = of('behind');
  return [
    words.summary.objectives(
      of('reached').length,
      of('on-track').length,
      behind.length,
      rows.length,
    ),
    ...(behind.length > 0
      ? [words.summary.behind(formats.list(behind.map(({ name }) => name)))]
      : []),
  ];
}

function timingSentence({ input, words, formats }: ReportContext): string | undefined {
  if (!input.timing) return undefined;
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
