import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import type { LegendItem } from '../legend.ts';
import type { ReportContext } from '../report-context.ts';
import type { SlotEstimate } from '@affiche/schedule';
import { bestSlots, isClear, signals, slotHour, slotWeekday } from '../slots.ts';
import { slotTable } from './slot-table.ts';

/** Which share of its cell a square leaves empty at each edge: the surer, the fuller. */
const margins = { strong: 0.03, moderate: 0.13, thin: 0.23, none: 0.31 } as const;

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
    legend: heatLegend(slots, context),
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
      const cell = upright
        ? { width: (width - 46) / 7, height: 21 }
        : { width: (width - 46) / 24, height: 31 };
      return {
        height: upright ? 24 * 21 + 30 : 7 * 31 + 30,
        marginLeft: 46,
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
                insetLeft: cell.width * margins[signal],
                insetRight: cell.width * margins[signal],
                insetTop: cell.height * margins[signal],
                insetBottom: cell.height * margins[signal],
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

// The difference in the middle of the scale; half as much again takes the last shade.
function colourStep(slots: readonly SlotEstimate[]): number {
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

function heatLegend(
  slots: readonly SlotEstimate[],
  { words, formats }: ReportContext,
): LegendItem[] {
  const { legend } = words.timing;
  const end = colourStep(slots) * 1.5;
  const scale = [
    ...[3, 2, 1].map((shade) => `heat-below-${shade}`),
    'heat-0',
    ...[1, 2, 3].map((shade) => `heat-above-${shade}`),
  ];
  return [
    {
      before: `${legend.worse} ${formats.change(-end)}`,
      swatches: scale.map((colour) => ({ colour })),
      text: `${formats.change(end)} ${legend.better}`,
    },
    { swatches: [{ colour: 'muted' }], text: legend.sure },
    { swatches: [{ colour: 'muted', size: 0.35 }], text: legend.unsure },
    ...(slots.some(isClear)
      ? [
          {
            swatches: ['+', '\u2212'].map((sign) => ({ colour: 'ink', sign })),
            text: legend.clear,
          },
        ]
      : []),
  ];
}
