import {
  ConfigurationError,
  epochMilliseconds,
  PlainDate,
  resolveWallTime,
  Zone,
} from '@affiche/core';
import type { PlanCalendarInput } from './calendar-input.ts';
import { dateOf, dayNumber } from './plain-date.ts';

const longestDays = 3 * 366;

/** The first moment of the first day and of the day after the last, in milliseconds. */
export function calendarBounds({ strategy, from, to }: PlanCalendarInput): {
  readonly start: number;
  readonly end: number;
} {
  return {
    start: midnight(from, strategy.zone),
    end: midnight(dateOf(dayNumber(to) + 1), strategy.zone),
  };
}

function midnight(date: string, zone: string): number {
  return epochMilliseconds(
    resolveWallTime({ date, time: '00:00', zone, disambiguation: 'compatible' }),
  );
}

/** Refuses what no calendar can be made of. */
export function requireCalendarInput({ strategy, from, to, slotMinutes = 60 }: PlanCalendarInput) {
  if (!Zone.safeParse(strategy.zone).success) {
    throw new ConfigurationError('unknown-zone', {
      message: `"${strategy.zone}" is not a time zone of this runtime's data`,
      hint: 'Use an IANA name such as Europe/Paris.',
      details: { zone: strategy.zone },
    });
  }
  const days = dayNumber(to) - dayNumber(from) + 1;
  const areDates = PlainDate.safeParse(from).success && PlainDate.safeParse(to).success;
  if (!areDates || days < 1 || days > longestDays) {
    throw new ConfigurationError('invalid-period', {
      message: `A calendar cannot run from ${from} to ${to}: it must have 1 to ${longestDays} days`,
      hint: 'Write dates like 2027-01-04, the first one first; plan years one after the other.',
      details: { from, to, limit: longestDays },
    });
  }
  if (![15, 30, 60].includes(slotMinutes)) {
    throw new ConfigurationError('invalid-option', {
      message: `slotMinutes is ${slotMinutes}; it must be 15, 30 or 60`,
      hint: 'Leave it out to plan on full hours.',
      details: { slotMinutes },
    });
  }
}
