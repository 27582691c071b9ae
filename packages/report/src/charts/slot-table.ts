import type { SlotEstimate } from '@affiche/schedule';
import type { ReportContext } from '../report-context.ts';
import { slotHour, slotWeekday } from '../slots.ts';
import type { Table } from '../table.ts';

/** Every hour of the week with its estimate, one row each. */
export function slotTable(
  slots: readonly SlotEstimate[],
  { words, formats }: ReportContext,
): Table {
  const { columns } = words.timing;
  return {
    id: 'best-times',
    title: words.timing.title,
    columns: [
      { key: 'weekday', label: columns.weekday },
      { key: 'hour', label: columns.hour, numeric: true },
      { key: 'uplift', label: columns.uplift, numeric: true },
      { key: 'low', label: columns.low, numeric: true },
      { key: 'high', label: columns.high, numeric: true },
      { key: 'signal', label: columns.signal },
      { key: 'effective_posts', label: columns.effectivePosts, numeric: true },
    ],
    rows: slots.map((slot) => [
      formats.weekday(slotWeekday(slot)),
      { value: slotHour(slot), text: formats.hour(slotHour(slot)) },
      ...[slot.uplift.estimate, slot.uplift.low, slot.uplift.high].map((value) => ({
        value,
        text: formats.change(value),
      })),
      { value: slot.signal, text: words.timing.signals[slot.signal] },
      { value: slot.effectivePosts, text: formats.decimal(slot.effectivePosts, 1) },
    ]),
  };
}
