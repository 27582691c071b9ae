import { calendarDay, epochMilliseconds, instant } from '@affiche/core';

/** How many seconds are left of a day that ends at midnight Pacific time. */
export function secondsOfQuotaDay(now: number): number {
  const { until } = calendarDay(instant(now), 'America/Los_Angeles');
  return (epochMilliseconds(until) - now) / 1000;
}
