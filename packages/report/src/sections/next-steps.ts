import { html } from '../markup.ts';
import { nextSteps } from '../next-steps.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';

/** What to do next, and why. */
export function nextStepsSection(context: ReportContext): Section | undefined {
  const { words } = context;
  const steps = nextSteps(context);
  if (steps.length === 0) return undefined;
  const { columns } = words.next;
  return {
    id: 'next-steps',
    title: words.next.title,
    charts: [],
    tables: [
      {
        id: 'next-steps',
        title: words.next.title,
        columns: [
          { key: 'kind', label: columns.kind },
          { key: 'action', label: columns.action },
          { key: 'reason', label: columns.reason },
        ],
        rows: steps.map(({ kind, action, reason }) => [kind, action, reason]),
      },
    ],
    body: () =>
      html`<ol class="steps" role="list">
        ${steps.map(
          ({ action, reason }) =>
            html`<li>
              <strong dir="auto">${action}</strong>
              <p class="note" dir="auto">${reason}</p>
            </li>`,
        )}
      </ol>`,
  };
}
