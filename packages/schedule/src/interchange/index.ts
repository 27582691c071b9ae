/**
 * Calendars for other programs: iCalendar for phones and desks, CSV for spreadsheets.
 *
 * @module @affiche/schedule/interchange
 */
export { ideasFromCsv, type IdeasFromCsv, toCsv } from './calendar-csv.ts';
export {
  type CalendarEvent,
  type EventsFromICalendar,
  fromICalendar,
  type FromICalendarOptions,
} from './from-icalendar.ts';
export { toICalendar, type ToICalendarOptions } from './to-icalendar.ts';
