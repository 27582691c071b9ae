import { type Finding, type PlainDate, WallTime, Zone } from '@affiche/core';
import ICAL from 'ical.js';

/** An event of somebody else's calendar: at a time, or over whole days. */
export type CalendarEvent = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
} & (
  | { readonly at: WallTime }
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
  /** For times that name no zone, or one that is no IANA zone. */
  readonly zone: Zone;
}

const mostOccurrences = 5000;

/**
 * Reads holidays, fairs and other people's plans from iCalendar: recurrences are written out, and
 * times keep the wall time and the zone that they were written with.
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
export function fromICalendar(text: string, options: FromICalendarOptions): EventsFromICalendar {
  const findings: Finding[] = [];
  const events: CalendarEvent[] = [];
  const components = readComponents(text, findings);
  // Occurrences that were moved one by one are found through the event they belong to.
  const series = components.filter((each) => !each.hasProperty('recurrence-id'));
  for (const component of series) {
    try {
      const event = new ICAL.Event(component, {
        exceptions: components.filter(
          (each) =>
            each.hasProperty('recurrence-id') &&
            each.getFirstPropertyValue('uid') === component.getFirstPropertyValue('uid'),
        ),
      });
      events.push(...occurrences(event, options));
    } catch (error) {
      findings.push(unreadable(error, String(component.getFirstPropertyValue('uid'))));
    }
  }
  return { events: events.toSorted((a, b) => compare(dayOf(a), dayOf(b))), findings };
}

function readComponents(text: string, findings: Finding[]): InstanceType<typeof ICAL.Component>[] {
  try {
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  } catch (error) {
    findings.push(unreadable(error, 'the file'));
    return [];
  }
}

function* occurrences(
  event: InstanceType<typeof ICAL.Event>,
  { from, to, zone }: FromICalendarOptions,
): Generator<CalendarEvent> {
  if (!event.isRecurring()) {
    const found = eventOf(event, event.startDate, event.endDate, zone);
    if (dayOf(found) <= to && lastDayOf(found) >= from) yield found;
    return;
  }
  const iterator = event.iterator();
  for (let count = 0; count < mostOccurrences; count += 1) {
    const next = iterator.next() as InstanceType<typeof ICAL.Time> | null;
    if (!next || dateOfTime(next) > to) return;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const found = eventOf(item, startDate, endDate, zone);
    if (dayOf(found) <= to && lastDayOf(found) >= from) yield found;
  }
}

function eventOf(
  event: InstanceType<typeof ICAL.Event>,
  start: InstanceType<typeof ICAL.Time>,
  end: InstanceType<typeof ICAL.Time>,
  zone: Zone,
): CalendarEvent {
  const { uid, summary, description } = event;
  const described = { id: uid, title: summary ?? '', description: description ?? '' };
  if (start.isDate) {
    // The end of a day-long event is the first day that no longer belongs to it.
    const last = end.clone();
    if (last.compare(start) > 0) last.adjust(-1, 0, 0, 0);
    return { ...described, from: dateOfTime(start), to: dateOfTime(last) };
  }
  return { ...described, at: wallTimeOf(start, zone) };
}

function wallTimeOf(time: InstanceType<typeof ICAL.Time>, zone: Zone): WallTime {
  const name = time.zone?.tzid ?? '';
  const [date = '', clock = ''] = time.toString().split('T');
  const isUtc = name === 'UTC' || name === 'Z';
  const known = isUtc ? 'UTC' : Zone.safeParse(name).success ? name : zone;
  return WallTime.parse({ date, time: clock.slice(0, 8).replace(/:00$/, ''), zone: known });
}

function dateOfTime(time: InstanceType<typeof ICAL.Time>): PlainDate {
  return time.toString().slice(0, 10);
}

function dayOf(event: CalendarEvent): PlainDate {
  return 'at' in event ? event.at.date : event.from;
}

function lastDayOf(event: CalendarEvent): PlainDate {
  return 'at' in event ? event.at.date : event.to;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unreadable(error: unknown, what: string): Finding {
  return {
    rule: 'schedule/icalendar/unreadable',
    severity: 'error',
    path: [what],
    message: `Cannot read ${what}: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'Export it again as iCalendar (.ics).',
  };
}
