import type { Publication } from '@affiche/core';
import { weekdayOf } from './days.ts';
import type { ReportContext } from './report-context.ts';
import type { SlotEstimate } from '@affiche/schedule';
import type { Table } from './table.ts';

/** How much the history says about a slot, from most to least. */
export const signals = [
  'strong',
  'moderate',
  'thin',
  'none',
] as const satisfies SlotEstimate['signal'][];

/** 0 is Monday. */
export function slotWeekday({ slot }: { readonly slot: number }): number {
  return Math.floor(slot / 24);
}

/** From 0 to 23, on the wall. */
export function slotHour({ slot }: { readonly slot: number }): number {
  return slot % 24;
}

/** The hours whose lower end of the interval is highest: a few lucky posts do not crown a slot. */
export function bestSlots(slots: readonly SlotEstimate[], count: number): SlotEstimate[] {
  return slots.toSorted((a, b) => b.uplift.low - a.uplift.low || a.slot - b.slot).slice(0, count);
}

/** Whether the interval leaves no doubt about the sign, in a history that says anything at all. */
export function isClear({ uplift, signal }: SlotEstimate): boolean {
  return signal !== 'none' && (uplift.low > 0 || uplift.high < 0);
}

/** Whether an hour may be recommended: clearly better than the usual. */
export function isPromising(slot: SlotEstimate): boolean {
  return isClear(slot) && slot.uplift.low > 0;
}

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

/** The hour of the week at which a publication goes out, by the clocks of its own zone. */
export function slotOfPublication({ at }: Publication): number {
  return weekdayOf(at.date) * 24 + Number(at.time.slice(0, 2));
}
