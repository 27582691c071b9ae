import type { ReturnRatio, RoiResult } from '@affiche/kpi/roi';
import { budgetChart } from '../charts/budget.ts';
import { returnsChart } from '../charts/returns.ts';
import { figure } from '../figure.ts';
import { caveatMarkup } from '../kpi-words.ts';
import { knownReturn, lacksRevenue, rangeText } from '../known-return.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';

/** What it costs and what it brings, with how sure we are. */
export function costsSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const { lines } = input.strategy.budget;
  const budget = lines.length > 0 ? budgetChart(context) : undefined;
  const returns = input.roi && returnsChart(input.roi, context);
  const ratios = input.roi && ratioTable(input.roi, context);
  if (!budget && !returns) return undefined;
  const booked = lines.some(({ actual }) => actual !== undefined);
  const charts = [returns, budget].filter((chart) => chart !== undefined);
  return {
    id: 'costs',
    title: words.costs.title,
    charts,
    tables: [...charts.map(({ table }) => table), ...(ratios ? [ratios] : [])],
    body: () =>
      html`${input.roi && lead(input.roi, context)}
        <div class="sheet">
          ${
            returns && figure(returns, context)
          }${input.roi && ratioList(input.roi, context)}${input.roi && sureness(input.roi, context)}${
            budget &&
            figure(budget, context, {
              caption: booked ? words.costs.caption : words.costs.captionPlanned,
            })
          }
        </div>`,
  };
}

function lead(roi: RoiResult, { words, formats }: ReportContext): Markup {
  return html`<div class="lead">
    <p>${balance(roi, words, formats)} ${rangeText(roi, words, formats)}</p>
  </div>`;
}

function balance(
  roi: RoiResult,
  { costs }: ReportContext['words'],
  { roundMoney, change }: ReportContext['formats'],
): string {
  const [cost, revenue] = [roundMoney(roi.cost), roundMoney(roi.revenue)];
  const value = knownReturn(roi);
  if (value !== null) {
    const margin = roi.basis === 'margin' && roi.margin ? roundMoney(roi.margin) : null;
    return costs.lead(cost, revenue, margin, change(value));
  }
  if (roi.cost.minor > 0) return costs.leadUnknown(cost);
  return lacksRevenue(roi) ? costs.leadNothing : costs.leadFree(revenue);
}

/** What a reader must know before believing the numbers above. */
function sureness({ models, caveats, roi }: RoiResult, { words }: ReportContext): Markup {
  return html`<h3>${words.costs.sure}</h3>
    <ul class="note">
      <li>${roi.interval ? words.costs.ranged : words.costs.unranged}</li>
      ${models.length > 0 && html`<li>${words.costs.models(models.join(', '))}</li>`}
      ${caveats.map(({ message }) => html`<li>${caveatMarkup(message, words)}</li>`)}
    </ul>`;
}

function ratioList(roi: RoiResult, context: ReportContext): Markup {
  const { words } = context;
  return html`<dl class="ratios">
    ${ratiosOf(roi).map(
      (ratio) =>
        html`<div>
          <dt>${words.costs.names[ratio.kpi] ?? ratio.kpi}</dt>
          <dd class="${ratio.value === null ? 'quiet' : 'value'}">${ratioText(ratio, context)}</dd>
          <dd class="note">${words.costs.meanings[ratio.kpi]}</dd>
        </div>`,
    )}
  </dl>`;
}

function ratiosOf(result: RoiResult): ReturnRatio[] {
  const { roi, roas, poas, mer, breakEvenRoas } = result;
  const own = lacksRevenue(result)
    ? { kpi: roi.kpi, value: null, status: 'missing-input' as const }
    : roi;
  return [own, roas, poas, mer, breakEvenRoas];
}

function ratioText({ kpi, value, status }: ReturnRatio, { words, formats }: ReportContext): string {
  if (value === null) return words.statuses[status];
  return kpi.startsWith('roi') ? formats.change(value, 1) : `${formats.decimal(value)}\u00a0\u00d7`;
}

function ratioTable(roi: RoiResult, context: ReportContext): Table {
  const { words } = context;
  return {
    id: 'return-ratios',
    title: words.costs.ratios,
    columns: [
      { key: 'kpi', label: words.costs.columns.kpi },
      { key: 'value', label: words.costs.columns.value, numeric: true },
      { key: 'status', label: words.costs.columns.status },
      { key: 'meaning', label: words.costs.columns.meaning },
    ],
    rows: ratiosOf(roi).map((ratio) => [
      ratio.kpi,
      { value: ratio.value, text: ratioText(ratio, context) },
      { value: ratio.status, text: words.statuses[ratio.status] },
      words.costs.meanings[ratio.kpi] ?? '',
    ]),
  };
}
