import { catalogue, type KpiDefinition, sources } from '@affiche/kpi';
import { caveatMarkup, kpiNameMarkup } from './kpi-words.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { webLink } from './web-link.ts';

/** The definitions of every KPI that a report shows, by id. */
export function usedDefinitions({ scorecard, roi }: ReportInput): KpiDefinition[] {
  const ids = [
    ...(scorecard?.rows ?? []).map(({ kpi }) => kpi),
    ...(roi ? [roi.roi, roi.roas, roi.poas, roi.mer, roi.breakEvenRoas].map(({ kpi }) => kpi) : []),
  ];
  return [...new Set(ids)]
    .toSorted()
    .map((id) => catalogue().get(id))
    .filter((definition) => definition !== undefined);
}

/** Definitions as people read them: the formula, how posts add up, what to beware of, who says so. */
export function definitionList(
  definitions: readonly KpiDefinition[],
  { words, formats }: ReportContext,
): Markup {
  return html`<dl class="definitions">
    ${definitions.map((definition) => {
      const { id, version, formula, aggregation, caveats, sources: ids } = definition;
      return html`<div>
        <dt>${kpiNameMarkup(definition, words)} <code>${id}</code></dt>
        <dd>
          <code>${formula}</code>
          <span class="note">${words.method.aggregations[aggregation]}</span>
          ${version > 1 && html`<span class="note">v${version}</span>`}
          ${caveats.map((caveat) => html`<span class="note">${caveatMarkup(caveat, words)}</span>`)}
          ${ids.map((source) => sourceMarkup(sources[source], formats.date))}
        </dd>
      </div>`;
    })}
  </dl>`;
}

type SourceEntry = (typeof sources)[keyof typeof sources];

function sourceMarkup(source: SourceEntry, date: (day: string) => string): Markup | undefined {
  if (!('url' in source)) return undefined;
  return html`<span class="note"
    >${webLink(source.url, source.title)} (${date(source.verifiedAt)})</span
  >`;
}
