import { html, type Markup } from './markup.ts';
import type { ReportInput } from './report-input.ts';

// A shape for each pillar, so that colour never speaks alone.
const shapes = ['\u25cf', '\u25a0', '\u25b2', '\u25c6', '\u2605', '\u25bc', '\u271a', '\u25d7'];

/** The mark of a pillar: a shape, the number of its colour, and a name for those who see neither. */
export interface PillarMark {
  readonly shape: string;
  /** 1 to 8. */
  readonly category: number;
  readonly name: string;
}

/** Finds the mark of a pillar by its id; posts without a pillar share an open circle. */
export function pillarMarks(
  { strategy, calendar }: ReportInput,
  unnamed: string,
): (pillar: string | undefined) => PillarMark {
  const names = new Map(strategy.pillars.map(({ id, name }) => [id, name]));
  for (const { draft } of calendar?.publications ?? []) {
    if (draft.pillar !== undefined && !names.has(draft.pillar))
      names.set(draft.pillar, draft.pillar);
  }
  const marks = new Map(
    [...names].map(([id, name], index) => [
      id,
      { shape: shapes[index % 8] ?? '', category: (index % 8) + 1, name },
    ]),
  );
  const none = { shape: '\u25cb', category: 8, name: unnamed };
  return (pillar) => (pillar === undefined ? none : (marks.get(pillar) ?? none));
}

/** The mark as people see it. */
export function markMarkup({ shape, category }: PillarMark): Markup {
  return html`<i class="mark m${category}" aria-hidden="true">${shape}</i>`;
}
