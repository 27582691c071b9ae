import { attributionChart } from '../charts/attribution.ts';
import { figure } from '../figure.ts';
import { html } from '../markup.ts';
import { modelName } from '../model-name.ts';
import type { ReportContext } from '../report-context.ts';
import type { ReportAttribution } from '../report-input.ts';
import type { Section } from '../section.ts';

/** Which channels get credit for what people did, and how far models agree. */
export function attributionSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const models = input.attribution ?? [];
  if (models.every(({ channels }) => channels.length === 0)) return undefined;
  const chart = attributionChart(models, context);
  return {
    id: 'attribution',
    title: words.attribution.title,
    charts: [chart],
    tables: [chart.table],
    body: () =>
      html`<div class="sheet">
        ${figure(chart, context, {
          caption: words.attribution.caption,
        })}
        ${models.map((model) => html`<p class="note"><bdi>${modelName(model.model, words)}</bdi>: ${settingsText(model, context)}</p>`)}
        <p class="note">${words.attribution.warning}</p>
      </div>`,
  };
}

// What was decided before a model saw anything: results that differ here do not compare.
function settingsText(
  { settings, conversions, unattributed }: ReportAttribution,
  { words, formats }: ReportContext,
): string {
  const days = (seconds: number) => formats.decimal(seconds / 86_400, 1);
  return [
    words.attribution.conversions(formats.decimal(conversions, 1)),
    unattributed.conversions > 0 &&
      words.attribution.unattributed(formats.decimal(unattributed.conversions, 1)),
    settings.lookbackSeconds !== null && words.attribution.lookback(days(settings.lookbackSeconds)),
    settings.direct === 'drop' && words.attribution.withoutDirect,
  ]
    .filter((part) => part !== false)
    .join(' ');
}
