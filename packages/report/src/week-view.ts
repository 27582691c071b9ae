import type { Publication } from '@affiche/core';
import { excerpt } from './excerpt.ts';
import { html, type Markup } from './markup.ts';
import { markMarkup, pillarMarks } from './marks.ts';
import { accountName, networkName } from './networks.ts';
import type { ReportContext } from './report-context.ts';
import { byWeek } from './publication-order.ts';

// A longer week is opened by whoever wants it.
const longestOpen = 60;

/** Each week folded under its date, with every post in it; the first stands open. */
export function weekViews(publications: readonly Publication[], context: ReportContext): Markup {
  const { words, formats } = context;
  return html`${[...byWeek(publications)].map(
    ([monday, posts], index) =>
      html`<details
        class="week"
        id="week-${monday}"
        ${index === 0 && posts.length <= longestOpen && html` open`}
      >
        <summary>
          <span>${words.calendar.week(formats.date(monday))}</span
          ><span class="count">${words.posts(posts.length, formats)}</span>
        </summary>
        ${agenda(posts, context)}
      </details> `,
  )}`;
}

function agenda(posts: readonly Publication[], { input, words, formats }: ReportContext): Markup {
  const mark = pillarMarks(input, words.noPillar);
  return html`<ol class="agenda" role="list">
    ${[...Map.groupBy(posts, ({ at }) => at.date)].map(
      ([date, day]) =>
        html`<li id="day-${date}">
          <span class="date">${formats.longDay(date)}</span>
          <ul>
            ${day.map((publication) => {
              const { at, account, draft } = publication;
              const pillar = mark(draft.pillar);
              return html`<li>
                <span class="when">${at.time.slice(0, 5)}</span> ${networkName(account.platform)}
                <bdi>${accountName(account)}</bdi> ·
                ${markMarkup(pillar)}<bdi>${pillar.name}</bdi>${details(publication, words)}<span
                  class="text"
                  dir="auto"
                  ${draft.language !== undefined && html` lang="${draft.language}"`}
                  >${excerpt(draft.items[0]?.text.trim() ?? '', longest) || words.calendar.noText}</span
                >
              </li>`;
            })}
          </ul>
        </li> `,
    )}
  </ol>`;
}

function details({ draft }: Publication, words: ReportContext['words']): string {
  const media = draft.items.reduce((sum, item) => sum + item.media.length, 0);
  return [
    draft.items.length > 1 && words.calendar.thread(draft.items.length),
    media > 0 && words.calendar.media(media),
  ]
    .filter((part) => part !== false)
    .map((part) => ` \u00b7 ${part}`)
    .join('');
}

const longest = 180;
