import { ConfigurationError, type Json, momentOfWall, PlainDate, Zone } from '@affiche/core';
import type { PlanCalendarInput } from './calendar-input.ts';
import { dateOf, dayNumber } from './plain-date.ts';

const longestDays = 3 * 366;
const clock = /^([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/;

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
  return momentOfWall({ date, time: '00:00', zone, disambiguation: 'compatible' });
}

/** Refuses what no calendar can be made of: read wrongly, such rules would be none at all. */
export function requireCalendarInput(input: PlanCalendarInput) {
  const { strategy, from, to, slotMinutes = 60, coverage = [], audienceCaps = [] } = input;
  const { zone, channels, blackouts = [] } = strategy;
  if (!Zone.safeParse(zone).success) {
    refuse(
      'unknown-zone',
      `"${zone}" is not a time zone of this runtime's data`,
      'Use an IANA name such as Europe/Paris.',
      { zone },
    );
  }
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (![from, to].every(isDate) || !(days >= 1 && days <= longestDays)) {
    refuse(
      'invalid-period',
      `A calendar cannot run from ${from} to ${to}: it must have 1 to ${longestDays} days`,
      'Write dates like 2027-01-04, the first one first; plan years one after the other.',
      { from, to, limit: longestDays },
    );
  }
  const cadences = channels.map(({ cadence }) => cadence);
  const numbers = cadences.flatMap(({ perWeek, perDay = 0, minGapHours = 0, rolling = [] }) => [
    perWeek.min,
    perWeek.max,
    perDay,
    minGapHours,
    ...rolling.flatMap(({ hours, max }) => [hours, max]),
  ]);
  const clocks = [...coverage, ...channels.flatMap(({ quietHours = [] }) => quietHours)];
  const wrong = [
    ...[...numbers, ...audienceCaps.map(({ perDay }) => perDay)].filter((each) => !(each >= 0)),
    ...clocks.flatMap((each) => [each.from, each.to]).filter((each) => !clock.test(each)),
    ...blackouts.flatMap((each) => [each.from, each.to]).filter((each) => !isDate(each)),
    ...[slotMinutes].filter((each) => ![15, 30, 60].includes(each)),
  ];
  if (wrong.length > 0) {
    refuse(
      'invalid-option',
      `Rules of a calendar cannot be read: ${wrong.join(', ')}`,
      'Limits are 0 or more, times 08:30, days 2027-01-04, slotMinutes 15, 30 or 60.',
      { wrong },
    );
  }
}

function isDate(date: string): boolean {
  return PlainDate.safeParse(date).success;
}

function refuse(code: string, message: string, hint: string, details: Record<string, Json>): never {
  throw new ConfigurationError(code, { message, hint, details });
}
