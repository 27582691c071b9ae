import type { Chart } from './drawing.ts';
import type { Markup } from './markup.ts';
import type { Table } from './table.ts';

/** A part of the report. */
export interface Section {
  /** Its anchor: `scorecard`. */
  readonly id: string;
  readonly title: string;
  /** Draws its charts: whoever wants tables alone need not wait for them. */
  readonly body: () => Markup;
  /** What it draws. */
  readonly charts: readonly Chart[];
  /** The data it shows, besides its charts' own. */
  readonly tables: readonly Table[];
}
