import type { PlainDate, Publication } from '@affiche/core';
import { addDays, daysBetween, firstOfMonth, mondayOf } from './days.ts';
import { html, type Markup } from './markup.ts';
import { markMarkup, type PillarMark, pillarMarks } from './marks.ts';
import { networkName } from './networks.ts';
import type { ReportContext } from './report-context.ts';

// More than this in one cell and nobody reads them: the week below has them all.
const mostPerDay = 5;

/** A table for each month that has posts; days across, weeks down. */
export function monthViews(publications: readonly Publication[], context: ReportContext): Markup {
  const { input, words } = context;
  const byDay = Map.groupBy(publications, ({ at }) => at.date);
  const months = [...new Set([...byDay.keys()].map(firstOfMonth))];
  const mark = pillarMarks(input, words.noPillar);
  const closed = (day: PlainDate) =>
    input.strategy.blackouts.find(({ from, to }) => from <= day && day <= to)?.reason;
  return html`${months.map((month) => monthView(month, { byDay, mark, closed }, context))}`;
}

interface MonthContent {
  readonly byDay: ReadonlyMap<PlainDate, readonly Publication[]>;
  readonly mark: (pillar: string | undefined) => PillarMark;
  readonly closed: (day: PlainDate) => string | undefined;
}

function monthView(
  month: PlainDate,
  { byDay, mark, closed }: MonthContent,
  { words, formats }: ReportContext,
): Markup {
  const last = addDays(firstOfMonth(addDays(month, 31)), -1);
  const days = daysBetween(mondayOf(month), addDays(mondayOf(last), 6));
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  const cell = (day: PlainDate) => {
    if (day.slice(0, 7) !== month.slice(0, 7)) return html`<td class="outside"></td>`;
    const posts = byDay.get(day) ?? [];
    const reason = closed(day);
    return html`<td${reason !== undefined && html` class="closed"`}><span class="day">${Number(day.slice(8))}</span>${
      reason !== undefined && html`<span class="reason"><bdi>${reason}</bdi></span>`
    }${
      posts.length > 0 &&
      html`<ul>
        ${posts.slice(0, mostPerDay).map(
          ({ at, account, draft }) =>
            html`<li>
              ${markMarkup(mark(draft.pillar))}<span class="words"
                >${at.time.slice(0, 5)} ${networkName(account.platform)}<span class="unseen"
                  >, ${mark(draft.pillar).name}</span
                ></span
              >
            </li>`,
        )}${
          posts.length > mostPerDay &&
          html`<li class="more">
            <a href="#day-${day}"
              >${words.calendar.more(posts.length - mostPerDay)}<span class="unseen">
                ${words.calendar.moreUnseen}</span
              ></a
            >
          </li>`
        }
      </ul>`
    }</td>`;
  };
  return html`<table class="month">
    <caption>
      ${capitalised(formats.month(month))}
    </caption>
    <thead>
      <tr>
        ${[0, 1, 2, 3, 4, 5, 6].map(
          (day) =>
            html`<th scope="col">
              <abbr title="${formats.weekday(day)}">${formats.weekday(day, 'short')}</abbr>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            ${week.map(cell)}
          </tr> `,
      )}
    </tbody>
  </table> `;
}

// French writes months small, but not at the head of a page.
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
