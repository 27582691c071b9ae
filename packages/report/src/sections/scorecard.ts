import { anchor } from '../anchor.ts';
import { badge, type Tone } from '../badge.ts';
import { objectiveBullet } from '../charts/objective-bullet.ts';
import { drawings } from '../figure.ts';
import { caveatMarkup } from '../kpi-words.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { ScorecardRow } from '@affiche/kpi';
import { scorecardTable } from '../scorecard-table.ts';
import type { Section } from '../section.ts';
import { type Standing, standingOf } from '../standing.ts';
import { foldedTable } from '../table-markup.ts';
import { formatValue } from '../values.ts';

const tones = {
  reached: 'good',
  'on-track': 'good',
  behind: 'bad',
  missed: 'bad',
  'too-early': 'quiet',
  unknown: 'quiet',
} as const satisfies Record<Standing, Tone>;

/** Objectives: where they stand, where they should stand, where they are heading. */
export function scorecardSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const rows = input.scorecard?.rows;
  if (!rows) return undefined;
  const charts = rows.map((row) => objectiveBullet(row, context));
  const table = scorecardTable(rows, context);
  return {
    id: 'scorecard',
    title: words.scorecard.title,
    charts,
    tables: [table],
    body: () =>
      rows.length === 0
        ? html`<p class="note">${words.scorecard.empty}</p>`
        : html`<div class="sheet">
            <ul class="rows" role="list">
              ${rows.map((row, index) => {
                const chart = charts[index];
                return chart && objective(row, drawings(chart, 500), context);
              })}
            </ul>
            <p class="note">${words.scorecard.legend}</p>
            ${foldedTable(words.dataBehind, table)}
          </div>`,
  };
}

function objective(row: ScorecardRow, drawn: Markup, { input, words, formats }: ReportContext) {
  const value = (number: number) => formatValue(number, row.unit, formats, input.strategy.currency);
  const standing = standingOf(row, input);
  const by = input.strategy.objectives.find(({ id }) => id === row.objective)?.by;
  return html`<li class="objective" id="${anchor('objective', row.objective)}">
    <div>
      <h3><bdi>${row.name}</bdi></h3>
      ${badge(tones[standing], words.verdicts[standing])}
      <p class="now">
        ${row.actual === null ? '\u2013' : value(row.actual)}
        <small>${by !== undefined && words.scorecard.by(formats.date(by))}</small>
      </p>
    </div>
    <div class="chart">
      ${drawn}
      <p class="note">
        ${
          row.progress !== null &&
          `${row.progress < 0 ? words.scorecard.backwards : words.scorecard.ofWay(formats.percent(row.progress, 0))} `
        }${words.scorecard.pace(value(row.expected))}
        ${
          row.forecast &&
          words.scorecard.forecast(
            value(row.forecast.interval.low),
            value(row.forecast.interval.high),
            formats.percent(row.forecast.interval.level, 0),
          )
        }
      </p>
      ${row.caveats.map(({ message }) => html`<p class="note">${caveatMarkup(message, words)}</p>`)}
    </div>
  </li> `;
}
