import type { Publication } from '@affiche/core';
import { weekdayOf } from './days.ts';
import type { SlotEstimate } from '@affiche/schedule';

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

/** The hour of the week at which a publication goes out, by the clocks of its own zone. */
export function slotOfPublication({ at }: Publication): number {
  return weekdayOf(at.date) * 24 + Number(at.time.slice(0, 2));
}
