import type { Publication } from '@affiche/core';
import { weeklyLoad } from '../charts/weekly-load.ts';
import { figure } from '../figure.ts';
import { html } from '../markup.ts';
import { markMarkup, pillarMarks } from '../marks.ts';
import { monthViews } from '../month-view.ts';
import { accountName, networkName } from '../networks.ts';
import { inOrder } from '../publication-order.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';
import { tableMarkup } from '../table-markup.ts';
import { weekViews } from '../week-view.ts';

/** What goes out when: months at a glance, weeks in detail. */
export function calendarSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  if (!input.calendar) return undefined;
  const publications = inOrder(input.calendar.publications);
  const mark = pillarMarks(input, words.noPillar);
  const unplaced = unplacedTable(context);
  const pillars = new Set(publications.map(({ draft }) => draft.pillar));
  const load = weeklyLoad(publications, context);
  return {
    id: 'calendar',
    title: words.calendar.title,
    charts: publications.length === 0 ? [] : [load],
    tables: [publicationTable(publications, context), ...(unplaced ? [unplaced] : [])],
    body: () =>
      html`${
        publications.length === 0
          ? html`<p class="note">${words.calendar.empty}</p>`
          : html`<ul class="keys" role="list">
                ${[...pillars].map((pillar) => html`<li>${markMarkup(mark(pillar))}<bdi>${mark(pillar).name}</bdi></li>`)}
              </ul>
              ${monthViews(publications, context)}
              <div class="sheet">${figure(load, context)}</div>
              <h3 class="screen">${words.calendar.weeks}</h3>
              ${weekViews(publications, context)}`
      }${
        unplaced &&
        html`<h3>${words.calendar.unplaced}</h3>
          ${tableMarkup(unplaced)}`
      }`,
  };
}

function publicationTable(publications: readonly Publication[], { words }: ReportContext): Table {
  const { columns } = words.calendar;
  return {
    id: 'calendar',
    title: words.calendar.title,
    columns: [
      { key: 'id', label: columns.id },
      { key: 'date', label: columns.date },
      { key: 'time', label: columns.time },
      { key: 'zone', label: columns.zone },
      { key: 'network', label: columns.network },
      { key: 'account', label: columns.account },
      { key: 'pillar', label: columns.pillar },
      { key: 'text', label: columns.text },
    ],
    rows: publications.map(({ id, at, account, draft }) => [
      id,
      at.date,
      at.time,
      at.zone,
      networkName(account.platform),
      accountName(account),
      draft.pillar ?? null,
      draft.items.map(({ text }) => text).join('\n\n'),
    ]),
  };
}

function unplacedTable({ input, words }: ReportContext): Table | undefined {
  const unplaced = input.calendar?.unplaced ?? [];
  if (unplaced.length === 0) return undefined;
  return {
    id: 'unplaced',
    title: words.calendar.unplaced,
    columns: [
      { key: 'draft', label: words.calendar.columns.draft },
      { key: 'reason', label: words.calendar.columns.reason },
    ],
    rows: unplaced.map(({ draft, reason }) => [draft.id, reason]),
  };
}
