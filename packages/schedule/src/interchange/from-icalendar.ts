import {
  epochMilliseconds,
  type Finding,
  type PlainDate,
  type WallTime,
  type Zone,
} from '@affiche/core';
import { contentLines } from './content-lines.ts';
import { readComponents } from './icalendar-component.ts';
import { readEvent, wallOf } from './icalendar-event.ts';
import { type Occurrence, seriesOccurrences } from './icalendar-series.ts';
import { zoneFinder, zoneNamed } from './icalendar-zones.ts';

/** An event of somebody else's calendar: at a time, or over whole days. */
export type CalendarEvent = {
  /** The same for every occurrence of a series. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
} & (
  | {
      readonly at: WallTime;
      /** When it is over, if it lasts at all. */
      readonly until?: WallTime;
    }
  /** Both days belong to it: fit for a strategy's blackouts. */
  | { readonly from: PlainDate; readonly to: PlainDate }
);

/** Events read from a file, and what could not be read. */
export interface EventsFromICalendar {
  readonly events: readonly CalendarEvent[];
  readonly findings: readonly Finding[];
}

/** Which part of a calendar is read. */
export interface FromICalendarOptions {
  /** Recurrences are written out from this day on. */
  readonly from: PlainDate;
  /** And up to this one, which still belongs. */
  readonly to: PlainDate;
  /** For times that name no zone, in a file that names none either. */
  readonly zone: Zone;
}

const day = 86_400_000;

/**
 * Reads holidays, fairs and other people's plans from iCalendar: recurrences are written out, times
 * keep the wall time and the zone that they were written with, and names of zones that only Windows
 * or one program knows are understood. What was cancelled is left out; what cannot be read is a
 * finding with its line. Give the bytes of a file where you have them: some programs cut characters
 * in two.
 *
 * ```ts
 * import { fromICalendar } from '@affiche/schedule/interchange';
 *
 * const text = [
 *   'BEGIN:VCALENDAR',
 *   'BEGIN:VEVENT',
 *   'UID:market',
 *   'SUMMARY:Market',
 *   'DTSTART;VALUE=DATE:20270106',
 *   'RRULE:FREQ=WEEKLY;COUNT=3',
 *   'END:VEVENT',
 *   'END:VCALENDAR',
 * ].join('\r\n');
 * const period = { from: '2027-01-10', to: '2027-01-31', zone: 'Europe/Paris' };
 * fromICalendar(text, period).events.map((event) => 'from' in event && event.from);
 * // => ['2027-01-13', '2027-01-20']
 * ```
 */
export function fromICalendar(
  file: string | Uint8Array,
  options: FromICalendarOptions,
): EventsFromICalendar {
  const findings: Finding[] = [];
  const calendars = readComponents(contentLines(file), findings).components;
  const period = {
    from: epochMilliseconds(`${options.from}T00:00:00Z`),
    to: epochMilliseconds(`${options.to}T00:00:00Z`) + day - 1,
  };
  const found = calendars.flatMap((calendar) => {
    // Some programs name the zone of a whole file.
    const told = calendar.properties.find(({ name }) => name === 'x-wr-timezone');
    const zone = (told && zoneNamed(String(told.values[0]))) ?? options.zone;
    const zoneOf = zoneFinder(calendars, { zone, from: period.from }, findings);
    const events = calendar.components
      .filter(({ name }) => name === 'vevent')
      .flatMap((component) => readEvent(component, zoneOf, findings) ?? []);
    return seriesOccurrences(events, period, findings);
  });
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  return { events: inOrder.map(eventOf), findings };
}

function eventOf({ event, start }: Occurrence): CalendarEvent {
  const { id, title, description, zone, length, isDate } = event;
  const described = { id, title, description };
  if (!isDate) {
    const until = length > 0 && { until: wallOf(start + length, zone) };
    return { ...described, at: wallOf(start, zone), ...until };
  }
  // The end of a day-long event is the first day that no longer belongs to it.
  const last = start + Math.max(0, length - day);
  return { ...described, from: wallOf(start, zone).date, to: wallOf(last, zone).date };
}
