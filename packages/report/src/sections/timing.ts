import { heatMap } from '../charts/heat-map.ts';
import { slotIntervals } from '../charts/slot-intervals.ts';
import { figure } from '../figure.ts';
import { html } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { SlotEstimate } from '@affiche/schedule';
import type { Section } from '../section.ts';
import { bestSlots, isPromising } from '../slots.ts';
import type { Table } from '../table.ts';

/** When to post: every hour of the week, with how sure we are. */
export function timingSection(context: ReportContext): Section | undefined {
  const { input, words, formats } = context;
  const slots = input.timing?.surface();
  if (!slots) return undefined;
  const [best] = bestSlots(slots, 1);
  const clear = best !== undefined && isPromising(best);
  const charts = [heatMap(slots, context), slotIntervals(slots, context)];
  const [map, intervals] = charts;
  return {
    id: 'best-times',
    title: words.timing.title,
    charts,
    tables: charts.map(({ table }) => table),
    body: () =>
      html`<div class="lead">
          <p>
            ${clear ? words.timing.lead(words.timing.slotRange(best, formats)) : words.timing.nothing}
            ${words.timing.honest}
          </p>
        </div>
        <div class="sheet">
          ${
            map &&
            figure(map, context, {
              caption: [
                words.timing.caption(input.timing?.zone ?? input.strategy.zone),
                input.timing?.posts !== undefined &&
                  words.timing.learnt(input.timing.posts, formats),
              ]
                .filter((part) => part !== false)
                .join(' '),
              table: weekGrid(slots, context),
            })
          }${
            clear &&
            intervals !== undefined &&
            figure(intervals, context, { caption: words.timing.intervalsCaption })
          }
        </div>`,
  };
}

/** The same estimates as the map has them: hours down, days across. */
function weekGrid(slots: readonly SlotEstimate[], { words, formats }: ReportContext): Table {
  const bySlot = new Map(slots.map((slot) => [slot.slot, slot.uplift]));
  const days = [0, 1, 2, 3, 4, 5, 6];
  return {
    id: 'best-times-grid',
    title: words.timing.heatMap,
    columns: [
      { key: 'hour', label: words.timing.columns.hour },
      ...days.map((day) => ({
        key: `day-${day}`,
        label: formats.weekday(day, 'short'),
        numeric: true,
      })),
    ],
    rows: Array.from({ length: 24 }, (_, hour) => [
      { value: hour, text: formats.hour(hour) },
      ...days.map((day) => {
        const uplift = bySlot.get(day * 24 + hour);
        return uplift
          ? {
              value: uplift.estimate,
              text: `${formats.change(uplift.estimate)} (${formats.change(uplift.low)} \u2026 ${formats.change(uplift.high)})`,
            }
          : null;
      }),
    ]),
  };
}
