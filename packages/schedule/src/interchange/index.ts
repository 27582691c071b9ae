/**
 * Calendars for other programs: iCalendar for phones and desks, CSV for spreadsheets
 * and for scheduling tools.
 *
 * @module @affiche/schedule/interchange
 */
export {
  bulkCsvFormats,
  type BulkCsvFormat,
  type BulkCsvTool,
  type BulkField,
} from './bulk-formats.ts';
export { ideasFromBulkCsv } from './bulk-read.ts';
export { type BulkCsv, toBulkCsv } from './bulk-write.ts';
export { toCsv } from './calendar-csv.ts';
export type { DateOrder } from './csv-time.ts';
export {
  type CalendarEvent,
  type EventsFromICalendar,
  fromICalendar,
  type FromICalendarOptions,
} from './from-icalendar.ts';
export { ideasFromCsv, type IdeasFromCsv, type IdeasFromCsvOptions } from './ideas-from-csv.ts';
export { toICalendar, type ToICalendarOptions } from './to-icalendar.ts';
