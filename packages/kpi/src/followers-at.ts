import { type Reading, epochMilliseconds } from '@affiche/core';

/**
 * Knows each account's followers at a moment: the last reading before it, or where there is none
 * the first one after.
 */
export function followersAt(
  readings: readonly Reading[],
): (account: unknown, at: unknown) => number | undefined {
  const series = new Map<string, { at: number; value: number }[]>();
  for (const { fact, subject, value, asOf } of readings) {
    if (fact !== 'followers' || subject.kind !== 'account') continue;
    const list = series.get(subject.id) ?? [];
    list.push({ at: epochMilliseconds(asOf), value });
    series.set(subject.id, list);
  }
  for (const list of series.values()) list.sort((a, b) => a.at - b.at);
  return (account, at) => {
    const list = series.get(String(account));
    const moment = epochMilliseconds(String(at));
    return (list?.findLast((each) => each.at <= moment) ?? list?.[0])?.value;
  };
}
