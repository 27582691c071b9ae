import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import type { ReportContext } from '../report-context.ts';
import type { SlotEstimate } from '@affiche/schedule';
import { bestSlots, signals, slotHour, slotTable, slotWeekday } from '../slots.ts';

/** How far a filled square stays from the edge of its cell: the surer, the fuller. */
const insets = { strong: 1, moderate: 4, thin: 7, none: 8.5 } as const;

/** The hours of the week: colour says how much better or worse, size how sure, a sign where it is clear. */
export function heatMap(slots: readonly SlotEstimate[], context: ReportContext): Chart {
  const { words, formats } = context;
  const step = colourStep(slots);
  const best = bestSlots(slots, 3);
  return {
    id: 'best-times',
    title: words.timing.heatMap,
    description: words.timing.heatMapAlternative(
      formats.list(best.map((slot) => words.timing.slot(slot, formats))),
    ),
    table: slotTable(slots, context),
    plot: (width) => {
      const upright = width < 500;
      const hours = { domain: Array.from({ length: 24 }, (_, hour) => hour) };
      const days = { domain: [0, 1, 2, 3, 4, 5, 6] };
      const hourScale: Plot.ScaleOptions = {
        ...hours,
        type: 'band',
        label: null,
        tickSize: 0,
        tickFormat: (hour: number) => (hour % (upright ? 2 : 3) === 0 ? formats.hour(hour) : ''),
      };
      const dayScale: Plot.ScaleOptions = {
        ...days,
        type: 'band',
        label: null,
        tickSize: 0,
        tickFormat: (day: number) => formats.weekday(day, 'short'),
      };
      const place = upright ? { x: slotWeekday, y: slotHour } : { x: slotHour, y: slotWeekday };
      const scale = upright ? 0.82 : 1;
      return {
        height: upright ? 24 * 21 + 30 : 7 * 31 + 30,
        marginLeft: upright ? 46 : 46,
        marginRight: 0,
        marginTop: 26,
        marginBottom: 2,
        padding: 0,
        x: { ...(upright ? dayScale : hourScale), axis: 'top' },
        y: upright ? hourScale : dayScale,
        marks: [
          Plot.cell(slots, { ...place, fill: 'var(--heat-0)', fillOpacity: 0.55, inset: 1, rx: 2 }),
          ...signals.map((signal) =>
            Plot.cell(
              slots.filter((slot) => slot.signal === signal),
              {
                ...place,
                fill: (slot: SlotEstimate) => `var(--${colourOf(slot, step)})`,
                inset: insets[signal] * scale,
                rx: 2,
              },
            ),
          ),
          Plot.text(slots.filter(isClear), {
            ...place,
            text: ({ uplift }: SlotEstimate) => (uplift.low > 0 ? '+' : '\u2212'),
            fill: (slot: SlotEstimate) => (levelOf(slot, step) > 1 ? 'var(--sheet)' : 'var(--ink)'),
            fontWeight: 700,
            fontSize: 13,
          }),
        ],
      };
    },
  };
}

/** Whether the interval leaves no doubt about the sign. */
export function isClear({ uplift }: SlotEstimate): boolean {
  return uplift.low > 0 || uplift.high < 0;
}

/** The difference in the middle of the scale; half as much again takes the last shade. */
export function colourStep(slots: readonly SlotEstimate[]): number {
  const largest = Math.max(0.03, ...slots.map(({ uplift }) => Math.abs(uplift.estimate)));
  return [1, 0.6, 0.4, 0.2, 0.1, 0.06, 0.04].find((step) => step * 1.5 <= largest) ?? 0.02;
}

function levelOf({ uplift }: SlotEstimate, step: number): number {
  const size = Math.abs(uplift.estimate) / step;
  return size < 0.3 ? 0 : size < 0.75 ? 1 : size < 1.5 ? 2 : 3;
}

function colourOf(slot: SlotEstimate, step: number): string {
  const level = levelOf(slot, step);
  return level === 0 ? 'heat-0' : `heat-${slot.uplift.estimate < 0 ? 'below' : 'above'}-${level}`;
}
