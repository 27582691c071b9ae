import { epochMilliseconds, type WallTime, wallTimeReadings, type Zone } from '@affiche/core';
import type { Blackout, QuietHours } from './calendar-input.ts';
import { dateOf, dayNumber, minutesOf, timeOf } from './plain-date.ts';

/** A time at which a post could go out. */
export interface CandidateSlot {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly wall: WallTime;
  /** Days since the epoch of the local date. */
  readonly day: number;
  /** Minutes since midnight, on the wall. */
  readonly minute: number;
}

/** Which times are candidates at all. */
export interface CandidateRules {
  readonly zone: Zone;
  readonly from: string;
  readonly to: string;
  readonly slotMinutes: number;
  readonly quietHours: readonly QuietHours[];
  readonly blackouts: readonly Blackout[];
  /** Milliseconds since the epoch. */
  readonly earliest: number;
}

/**
 * Every wall time of the grid that exists, once, in order of time. A time that the clocks skip is no
 * candidate; of a time that they show twice only the first showing is, so nothing goes out twice.
 */
export function candidateSlots(rules: CandidateRules): CandidateSlot[] {
  const slots: CandidateSlot[] = [];
  for (let day = dayNumber(rules.from); day <= dayNumber(rules.to); day += 1) {
    const date = dateOf(day);
    if (rules.blackouts.some(({ from, to }) => from <= date && date <= to)) continue;
    for (let minute = 0; minute < 1440; minute += rules.slotMinutes) {
      if (isQuiet(minute, rules.quietHours)) continue;
      const face = { date, time: timeOf(minute), zone: rules.zone };
      const { shown, earlier } = wallTimeReadings(face);
      if (shown === 'never' || earlier < rules.earliest) continue;
      slots.push({ at: earlier, wall: { ...face, disambiguation: 'compatible' }, day, minute });
    }
  }
  return slots.toSorted((a, b) => a.at - b.at);
}

/** Whether a time of day falls into quiet hours. */
export function isQuiet(minute: number, quietHours: readonly QuietHours[]): boolean {
  return quietHours.some((quiet) => {
    const from = minutesOf(quiet.from);
    const to = minutesOf(quiet.to);
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  });
}

/** The moment before which nothing is planned, in milliseconds. */
export function earliestMoment(now: string | undefined, leadHours = 0): number {
  return now === undefined ? -Infinity : epochMilliseconds(now) + leadHours * 3_600_000;
}
