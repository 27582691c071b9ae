import { followerTrend, mostLines } from '../charts/followers.ts';
import { weeklyInteractionsChart } from '../charts/weekly-interactions.ts';
import { kpiTrendChart } from '../charts/kpi-trend.ts';
import { figure } from '../figure.ts';
import { kpiTrends } from '../kpi-trend.ts';
import { html } from '../markup.ts';
import { type FollowerCount, followerCounts, weeklyInteractions } from '../readings.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';

/** How the numbers moved, where they were read more than once. */
export function trendsSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const readings = input.readings ?? [];
  const counts = followerCounts(readings, input.strategy.zone);
  const weeks = weeklyInteractions(readings, input.strategy.zone);
  // One day makes no line.
  const followers =
    new Set(counts.map(({ date }) => date)).size > 1 ? followerTrend(counts, context) : undefined;
  const weekly = weeks.length > 0 ? weeklyInteractionsChart(weeks, context) : undefined;
  const kpis = kpiTrends(context).map((trend) => kpiTrendChart(trend, context));
  const charts = [followers, weekly, ...kpis].filter((chart) => chart !== undefined);
  if (charts.length === 0) return undefined;
  return {
    id: 'trends',
    title: words.trends.title,
    charts,
    tables: charts.map(({ table }) => table),
    body: () =>
      html`<div class="sheet">
          ${followers && figure(followers, context, largest(counts, context))}${
            weekly && figure(weekly, context, { caption: words.trends.caption })
          }
        </div>
        ${
          kpis.length > 0 &&
          html`<h3>${words.trends.kpis}</h3>
            <div class="pair">
              ${kpis.map((chart) => html`<div class="sheet">${figure(chart, context, { wide: 300 })}</div>`)}
            </div>`
        }`,
  };
}

function largest(counts: readonly FollowerCount[], { words, formats }: ReportContext) {
  const accounts = new Set(counts.map(({ account }) => account)).size;
  return accounts > mostLines
    ? { caption: words.trends.largest(mostLines, formats.count(accounts)) }
    : {};
}
