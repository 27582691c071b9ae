import { html, type Markup } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';

/** What the numbers mean: every definition that the report used. */
export function methodSection({ input, words }: ReportContext): Section {
  const { method } = words;
  const kpis = [...new Set((input.scorecard?.rows ?? []).map(({ kpi }) => kpi))];
  return {
    id: 'method',
    title: method.title,
    charts: [],
    tables: [],
    body: html`<p>${method.lead}</p>
      <dl class="method">
        ${entry(method.unknownTerm, method.unknown)} ${entry(method.ratioTerm, method.ratio)}
        ${input.scorecard && entry(method.paceTerm, method.pace)}
        ${input.timing && entry(method.timingTerm, method.timing)}
        ${entry(method.causeTerm, method.cause)} ${entry(method.scopeTerm, method.scope)}
        ${entry(method.zoneTerm, method.zone(input.strategy.zone))}
        ${kpis.length > 0 && entry(method.kpiTerm, html`${kpis.map((kpi) => html`<code>${kpi}</code> `)}`)}
      </dl>`,
  };
}

function entry(term: string, description: string | Markup): Markup {
  return html`<dt>${term}</dt>
    <dd>${description}</dd>`;
}
