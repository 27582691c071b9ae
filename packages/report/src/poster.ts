import { addDays, daysBetween, mondayOf } from './days.ts';
import { html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';

const cell = 26;
// More weeks than this and the dots are dust.
const mostWeeks = 30;

/** The head's picture: the calendar itself, a ring for every post, the period's weeks across, days down. */
export function poster({ calendar, strategy }: ReportInput): Markup | undefined {
  const days = (calendar?.publications ?? []).map(({ at }) => at.date).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { from, to } = strategy.period;
  const start = mondayOf(from < first ? from : first);
  const all = daysBetween(start, addDays(mondayOf(to > last ? to : last), 6));
  if (all.length > mostWeeks * 7) return undefined;
  const posts = Map.groupBy(days, (day) => day);
  const rings = all.map((day, index) => {
    const x = (Math.floor(index / 7) + 0.5) * cell;
    const y = ((index % 7) + 0.5) * cell;
    const count = posts.get(day)?.length ?? 0;
    if (count === 0) return html`<circle cx="${x}" cy="${y}" r="1" class="none" />`;
    return Array.from(
      { length: Math.min(count, 4) },
      (_, ring) => html`<circle cx="${x}" cy="${y}" r="${11 - ring * 3}" />`,
    );
  });
  return html`<svg
    class="poster"
    viewBox="0 0 ${(all.length / 7) * cell} ${7 * cell}"
    aria-hidden="true"
    stroke-width="1.6"
  >
    ${rings}
  </svg>`;
}
