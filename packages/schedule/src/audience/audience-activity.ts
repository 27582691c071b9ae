import { epochMilliseconds, type Instant, type Zone } from '@affiche/core';
import { hoursPerWeek, hourOfWeekAt } from '../hour-of-week.ts';

/** People of one zone, and when they are there. */
export interface AudienceSegment {
  readonly id: string;
  readonly zone: Zone;
  /** Its share of the audience; shares need not add up to 1. */
  readonly weight: number;
  /** 168 levels of activity in the segment's own local week. Missing means assumed, not measured. */
  readonly activity?: readonly number[];
}

/** One reaction: when, and by somebody of which zone. */
export interface ReactionEvent {
  readonly at: Instant;
  readonly zone: Zone;
}

// Evenings, a noon peak, nights: an assumption for segments without data, from no source but habit.
const assumedDay = [
  2, 1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 9, 8, 7, 7, 8, 9, 10, 11, 12, 11, 8, 4,
] as const;
const weekendFactor = 0.9;

/**
 * The activity assumed where there is no data: an ordinary day, a slower weekend.
 * Results that rest on it say so.
 */
export function assumedActivity(): readonly number[] {
  return Array.from(
    { length: hoursPerWeek },
    (_, slot) => (assumedDay[slot % 24] ?? 0) * (slot >= 120 ? weekendFactor : 1),
  );
}

/**
 * Reads an audience off its reactions: a segment per zone, its share, and when it is there.
 * Hours borrow from their neighbours and from other days, the more so the fewer reactions there are.
 *
 * ```ts
 * import { audienceFromReactions } from '@affiche/schedule/audience';
 *
 * const [paris] = audienceFromReactions([
 *   { at: '2027-01-04T19:10:00Z', zone: 'Europe/Paris' },
 *   { at: '2027-01-05T19:40:00Z', zone: 'Europe/Paris' },
 * ]);
 * paris?.weight; // => 1
 * ```
 *
 * @throws ConfigurationError `unknown-zone`.
 */
export function audienceFromReactions(reactions: Iterable<ReactionEvent>): AudienceSegment[] {
  const zones = new Map<Zone, Float64Array>();
  let total = 0;
  for (const reaction of reactions) {
    const moment = epochMilliseconds(reaction.at);
    if (Number.isNaN(moment)) continue;
    const counts = zones.get(reaction.zone) ?? new Float64Array(hoursPerWeek);
    const slot = hourOfWeekAt(moment, reaction.zone);
    counts[slot] = (counts[slot] as number) + 1;
    zones.set(reaction.zone, counts);
    total += 1;
  }
  return [...zones]
    .map(([zone, counts]) => {
      const own = counts.reduce((sum, count) => sum + count, 0);
      return { id: zone, zone, weight: own / total, activity: smooth(counts, own) };
    })
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/**
 * Reads one segment off a network's table of when followers are there: rows of day (0 is Monday),
 * hour and number, on the walls of `zone`. Hours without a row count as nobody there.
 */
export function audienceFromTable(
  table: readonly { readonly day: number; readonly hour: number; readonly followers: number }[],
  segment: { readonly id: string; readonly zone: Zone; readonly weight: number },
): AudienceSegment {
  const activity = Array.from({ length: hoursPerWeek }, () => 0);
  for (const { day, hour, followers } of table) {
    const slot = day * 24 + hour;
    if (slot >= 0 && slot < hoursPerWeek) activity[slot] = (activity[slot] as number) + followers;
  }
  return { ...segment, activity };
}

/** Counts, mixed with the same hour of all days and with an assumed day worth twenty reactions. */
function smooth(counts: Float64Array, total: number): number[] {
  const assumed = assumedActivity();
  const assumedTotal = assumed.reduce((sum, level) => sum + level, 0);
  const daily = Float64Array.from({ length: 24 }, (_, hour) =>
    counts.reduce((sum, count, slot) => sum + (slot % 24 === hour ? count / 7 : 0), 0),
  );
  return Array.from(counts, (count, slot) => {
    const before = daily[(slot + 23) % 24] as number;
    const after = daily[(slot + 1) % 24] as number;
    const usual = (before + 2 * (daily[slot % 24] as number) + after) / 4;
    const prior = (20 * (assumed[slot] as number)) / assumedTotal;
    return (count / 2 + usual / 2 + prior) / (total + 20);
  });
}
