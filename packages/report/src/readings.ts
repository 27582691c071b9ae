import type { PlainDate, Reading } from '@affiche/core';
import { dayIn, mondayOf } from './days.ts';

/** What the weekly chart counts. */
export const interactions = ['reactions', 'comments', 'shares'] as const;
/** One of {@link interactions}. */
export type Interaction = (typeof interactions)[number];

/** An account's followers on a day. */
export interface FollowerCount {
  readonly account: string;
  readonly date: PlainDate;
  readonly followers: number;
}

/** The last count of each day and account, in order. */
export function followerCounts(readings: readonly Reading[], zone: string): FollowerCount[] {
  const day = dayIn(zone);
  const latest = new Map<string, { readonly asOf: string; readonly count: FollowerCount }>();
  for (const { subject, fact, value, asOf } of readings) {
    if (fact !== 'followers' || subject.kind !== 'account') continue;
    const date = day(asOf);
    const key = `${subject.id} ${date}`;
    const known = latest.get(key);
    if (!known || Date.parse(known.asOf) <= Date.parse(asOf)) {
      latest.set(key, { asOf, count: { account: subject.id, date, followers: value } });
    }
  }
  return [...latest.values()]
    .map(({ count }) => count)
    .toSorted((a, b) => order(a.account, b.account) || order(a.date, b.date));
}

/** What the posts of a week gathered so far. */
export interface WeekOfInteractions {
  readonly monday: PlainDate;
  readonly totals: Readonly<Record<Interaction, number | null>>;
}

/**
 * Interactions by the week in which their posts went out. Of every post and fact only the latest
 * lifetime figure counts; organic and paid are not added: organic where it was given, else the total.
 */
export function weeklyInteractions(
  readings: readonly Reading[],
  zone: string,
): WeekOfInteractions[] {
  const day = dayIn(zone);
  const dated = latestLifetime(readings).filter(({ publishedAt }) => publishedAt !== undefined);
  const weeks = Map.groupBy(dated, ({ publishedAt = '' }) => mondayOf(day(publishedAt)));
  return [...weeks]
    .toSorted(([a], [b]) => order(a, b))
    .map(([monday, ofWeek]) => ({
      monday,
      totals: {
        reactions: total(ofWeek, 'reactions'),
        comments: total(ofWeek, 'comments'),
        shares: total(ofWeek, 'shares'),
      },
    }));
}

/** Of every post and interaction the figure that counts: the latest, organic before total. */
export function latestLifetime(readings: readonly Reading[]): Reading[] {
  const latest = new Map<string, Reading>();
  for (const reading of readings) {
    const { subject, fact, window, scope } = reading;
    if (subject.kind !== 'post' || window !== 'lifetime' || scope === 'paid') continue;
    if (!isInteraction(fact)) continue;
    const key = `${fact} ${subject.platform} ${subject.account} ${subject.id}`;
    const known = latest.get(key);
    if (!known || supersedes(reading, known)) latest.set(key, reading);
  }
  return [...latest.values()];
}

function supersedes(reading: Reading, known: Reading): boolean {
  if (reading.scope !== known.scope) return reading.scope === 'organic';
  return Date.parse(reading.asOf) >= Date.parse(known.asOf);
}

// Missing is not zero: a week in which no network gave the fact has no figure.
function total(readings: readonly Reading[], fact: Interaction): number | null {
  const given = readings.filter((reading) => reading.fact === fact);
  return given.length === 0 ? null : given.reduce((sum, { value }) => sum + value, 0);
}

/** Whether a fact is one of {@link interactions}. */
export function isInteraction(fact: string): fact is Interaction {
  return (interactions as readonly string[]).includes(fact);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
