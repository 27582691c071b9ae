import { dayIn } from './days.ts';
import { html, type Markup } from './markup.ts';
import { networkList } from './networks.ts';
import { knownReturn } from './known-return.ts';
import { poster } from './poster.ts';
import { weeklyInteractions, interactions } from './readings.ts';
import type { ReportContext } from './report-context.ts';

/** The head of the page: whose it is, which days it covers, who made it. */
export function masthead(context: ReportContext): Markup {
  const { input, words, formats, theme } = context;
  const { client, period, zone } = input.strategy;
  return html`<header class="masthead">
    <div class="masthead-inner">
      ${
        (theme.logo !== undefined || theme.agency !== undefined) &&
        html`<div class="brand">
          ${
            theme.logo && html`<img src="${theme.logo.source}" alt="${theme.logo.alt}" />`
          }${theme.agency !== undefined && html`<bdi>${theme.agency}</bdi>`}
        </div>`
      }
      <div>
        <p class="eyebrow">${words.eyebrow}</p>
        <h1 dir="auto">${client.name}</h1>
        <p class="period">${formats.dates(period.from, period.to)}</p>
        ${
          input.scorecard &&
          html`<p class="as-of">${words.asOf(formats.date(dayIn(zone)(input.scorecard.asOf)))}</p>`
        }
      </div>
      ${poster(input)}
    </div>
  </header>`;
}

/** The few figures that people remember. */
export function tiles(context: ReportContext): Markup | undefined {
  const { input, words, formats } = context;
  const rows = input.scorecard?.rows ?? [];
  const well = rows.filter(({ verdict }) => verdict === 'reached' || verdict === 'on-track');
  const weeks = weeklyInteractions(input.readings ?? [], input.strategy.zone);
  const gathered = weeks
    .flatMap(({ totals }) => interactions.map((fact) => totals[fact]))
    .filter((value) => value !== null);
  const figures: [string, string][] = [];
  if (rows.length > 0) {
    figures.push([
      words.tiles.of(String(well.length), String(rows.length)),
      words.tiles.objectives,
    ]);
  }
  const posts = input.calendar?.publications.length ?? 0;
  if (posts > 0) {
    figures.push([formats.count(posts), words.tiles.posts(posts, networkList(context))]);
  }
  if (gathered.length > 0) {
    const sum = gathered.reduce((total, value) => total + value, 0);
    figures.push([formats.count(sum), words.tiles.engagements]);
  }
  const returned = knownReturn(input.roi);
  if (returned !== null) {
    figures.push([formats.change(returned), words.tiles.roi]);
  } else if (input.strategy.budget.total.minor !== 0) {
    figures.push([formats.roundMoney(input.strategy.budget.total), words.tiles.budget]);
  }
  if (figures.length === 0) return undefined;
  return html`<section aria-label="${words.keyFigures}">
    <ul class="tiles" role="list">
      ${figures.map(
        ([figure, label]) =>
          html`<li><span class="figure">${figure}</span><span class="label">${label}</span></li>`,
      )}
    </ul>
  </section>`;
}
