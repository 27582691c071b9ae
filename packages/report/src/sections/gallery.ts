import type { Publication } from '@affiche/core';
import { html } from '../markup.ts';
import { postCard } from '../post-card.ts';
import { interactionSum, type PostResult, postResults } from '../post-results.ts';
import { inOrder } from '../publication-order.ts';
import { interactions } from '../readings.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';

// Enough to see the hand that writes; the calendar has them all.
const mostIdeas = 6;
const mostCards = 24;

/** Posts as readers see them on each network: the ones that did best, or the first to come. */
export function gallerySection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  const publications = inOrder(input.calendar?.publications ?? []);
  if (publications.length === 0) return undefined;
  const results = postResults(input.readings ?? []);
  const ideas = [...Map.groupBy(publications, ({ draft }) => draft.id).values()];
  const sum = (idea: readonly Publication[]) =>
    idea.reduce((total, { id }) => total + interactionSum(results.get(id)), 0);
  // A stable sort: equal results, or none, leave the order of the calendar.
  const shown = ideas
    .map((idea) => ({ idea, sum: sum(idea) }))
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, mostIdeas)
    .map(({ idea }) => idea);
  // One idea may be shown on every network; many share the room.
  const perIdea = Math.floor(mostCards / shown.length);
  return {
    id: 'posts',
    title: words.gallery.title,
    charts: [],
    tables: [resultTable(publications, results, context)],
    body: () =>
      html`<p class="note">${results.size > 0 ? words.gallery.best : words.gallery.first}</p>
        <ul class="gallery" role="list">
          ${shown.map(
            (idea) =>
              html`<li class="idea">
                ${idea.slice(0, perIdea).map((each) => postCard(each, results.get(each.id), context))}
              </li> `,
          )}
        </ul>`,
  };
}

function resultTable(
  publications: readonly Publication[],
  results: ReadonlyMap<string, PostResult>,
  { words }: ReportContext,
): Table {
  const { columns } = words.calendar;
  return {
    id: 'posts',
    title: words.gallery.title,
    columns: [
      { key: 'publication', label: columns.id },
      { key: 'idea', label: columns.draft },
      { key: 'date', label: columns.date },
      ...interactions.map((fact) => ({
        key: fact,
        label: words.trends.columns[fact],
        numeric: true,
      })),
    ],
    rows: publications.map(({ id, draft, at }) => [
      id,
      draft.id,
      at.date,
      ...interactions.map((fact) => results.get(id)?.[fact] ?? null),
    ]),
  };
}
