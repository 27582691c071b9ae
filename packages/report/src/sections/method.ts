import { kpiName } from '../kpi-words.ts';
import { definitionList, usedDefinitions } from '../definitions.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';

/** What the numbers mean: every definition that the report used. */
export function methodSection(context: ReportContext): Section {
  const { input, words } = context;
  const { method } = words;
  const entries: (readonly [string, string] | undefined)[] = [
    [method.unknownTerm, method.unknown],
    [method.ratioTerm, method.ratio],
    input.scorecard && [method.paceTerm, method.pace],
    input.timing && [method.timingTerm, method.timing],
    [method.causeTerm, method.cause],
    [method.scopeTerm, method.scope],
    [method.zoneTerm, method.zone(input.strategy.zone)],
  ];
  const definitions = usedDefinitions(input);
  return {
    id: 'method',
    title: method.title,
    charts: [],
    tables: definitions.length > 0 ? [definitionTable(context)] : [],
    body: () =>
      html`<p>${method.lead}</p>
        <dl class="method">${entries.map((entry) => entry && entryMarkup(...entry))}</dl>
        ${
          definitions.length > 0 &&
          html`<h3>${method.kpiTerm}</h3>
            ${definitionList(definitions, context)}`
        }`,
  };
}

function entryMarkup(term: string, description: string): Markup {
  return html`<div>
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`;
}

function definitionTable({ input, words }: ReportContext): Table {
  const { columns } = words.method;
  return {
    id: 'definitions',
    title: words.method.kpiTerm,
    columns: [
      { key: 'kpi', label: columns.kpi },
      { key: 'version', label: columns.version, numeric: true },
      { key: 'name', label: columns.name },
      { key: 'formula', label: columns.formula },
      { key: 'unit', label: columns.unit },
      { key: 'aggregation', label: columns.aggregation },
    ],
    rows: usedDefinitions(input).map(({ id, version, name, formula, unit, aggregation }) => [
      id,
      version,
      kpiName({ id, name }, words),
      formula,
      unit,
      aggregation,
    ]),
  };
}
