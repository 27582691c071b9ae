/**
 * Calendars for other programs: iCalendar for phones and desks, CSV for spreadsheets.
 *
 * @module @affiche/schedule/interchange
 */
export { toICalendar, type ToICalendarOptions } from './to-icalendar.ts';
