import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import type { ReportContext } from '../report-context.ts';
import type { SlotEstimate } from '@affiche/schedule';
import { bestSlots, slotHour, slotWeekday } from '../slots.ts';
import { slotTable } from './slot-table.ts';

/** The best hours with their intervals, so that nobody takes a range for a promise. */
export function slotIntervals(slots: readonly SlotEstimate[], context: ReportContext): Chart {
  const { words, formats } = context;
  const best = bestSlots(slots, 8);
  const name = (slot: SlotEstimate) =>
    `${formats.weekday(slotWeekday(slot), 'short')} ${formats.hour(slotHour(slot))}`;
  return {
    id: 'best-slots',
    title: words.timing.intervals,
    description: words.timing.intervalsAlternative(
      best.map((slot) => words.timing.slotRange(slot, formats)).join('; '),
    ),
    table: { ...slotTable(best, context), id: 'best-slots', title: words.timing.intervals },
    plot: (width) => ({
      height: 40 + best.length * 27,
      marginLeft: 84,
      marginRight: width < 500 ? 12 : 60,
      marginTop: 4,
      marginBottom: 30,
      x: {
        label: null,
        ticks: width < 500 ? 3 : 8,
        tickSize: 0,
        nice: true,
        zero: true,
        tickFormat: (value: number) => formats.change(value),
      },
      y: { domain: best.map(name), label: null, tickSize: 0, padding: 0.3 },
      marks: [
        Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.ruleX([0], { stroke: 'var(--ink)' }),
        Plot.ruleY(best, {
          y: name,
          x1: ({ uplift }: SlotEstimate) => uplift.low,
          x2: ({ uplift }: SlotEstimate) => uplift.high,
          stroke: 'var(--heat-above-2)',
          strokeWidth: 7,
          strokeLinecap: 'round',
        }),
        Plot.dot(best, {
          y: name,
          x: ({ uplift }: SlotEstimate) => uplift.estimate,
          r: 5.5,
          fill: 'var(--heat-above-3)',
          stroke: 'var(--sheet)',
          strokeWidth: 2,
        }),
      ],
    }),
  };
}
