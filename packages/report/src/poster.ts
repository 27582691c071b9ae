import { addDays, daysBetween, mondayOf } from './days.ts';
import { html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';

const cell = 26;
// Fewer weeks than this are rows, as a calendar has them: as columns they would be a thread.
const fewWeeks = 5;
// More weeks than this and the dots are dust.
const mostWeeks = 30;

/** The head's picture: the calendar itself, a ring for every post, the period's weeks across and days down. */
export function poster({ calendar, strategy }: ReportInput): Markup | undefined {
  const days = (calendar?.publications ?? []).map(({ at }) => at.date).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { from, to } = strategy.period;
  const start = mondayOf(from < first ? from : first);
  const all = daysBetween(start, addDays(mondayOf(to > last ? to : last), 6));
  if (all.length > mostWeeks * 7) return undefined;
  const posts = Map.groupBy(days, (day) => day);
  const weeks = all.length / 7;
  const isWide = weeks < fewWeeks;
  const [columns, lines] = isWide ? [7, weeks] : [weeks, 7];
  const rings = all.map((day, index) => {
    const [week, weekday] = [(Math.floor(index / 7) + 0.5) * cell, ((index % 7) + 0.5) * cell];
    const [x, y] = isWide ? [weekday, week] : [week, weekday];
    const count = posts.get(day)?.length ?? 0;
    if (count === 0) return html`<circle cx="${x}" cy="${y}" r="1" class="none" />`;
    return Array.from(
      { length: Math.min(count, 4) },
      (_, ring) => html`<circle cx="${x}" cy="${y}" r="${11 - ring * 3}" />`,
    );
  });
  return html`<svg
    class="poster"
    viewBox="0 0 ${columns * cell} ${lines * cell}"
    aria-hidden="true"
    stroke-width="1.6"
  >
    ${rings}
  </svg>`;
}
