import { attributionChart } from '../charts/attribution.ts';
import { figure } from '../figure.ts';
import { html } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';

/** Which channels get credit for what people did, and how far models agree. */
export function attributionSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const models = input.attribution ?? [];
  if (models.every(({ credits }) => credits.length === 0)) return undefined;
  const chart = attributionChart(models, context);
  return {
    id: 'attribution',
    title: words.attribution.title,
    charts: [chart],
    tables: [chart.table],
    body: html`<div class="sheet">
      ${figure(chart, context, {
        caption: words.attribution.caption,
      })}
      <p class="note">${words.attribution.warning}</p>
    </div>`,
  };
}
