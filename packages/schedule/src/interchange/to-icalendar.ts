import {
  accountKey,
  type Calendar,
  epochMilliseconds,
  type Instant,
  type Publication,
  resolveWallTime,
  wallTimeReadings,
} from '@affiche/core';
import ICAL from 'ical.js';
import { foldLines } from './fold-lines.ts';
import type { JCalComponent, JCalProperty } from './jcal.ts';
import { timeZoneComponent } from './time-zone-component.ts';

const titleLength = 60;
const year = 366 * 86_400_000;

/** What an iCalendar file says besides its events. */
export interface ToICalendarOptions {
  /** What calendar programs show as the calendar's name. */
  readonly name?: string;
  /**
   * When the file was made.
   *
   * @defaultValue the calendar's start, so that the same calendar gives the same bytes
   */
  readonly stampedAt?: Instant;
}

/**
 * Writes a calendar as iCalendar, for a phone or a client's desk. Events keep their wall time and
 * zone, so that a change of the zone's rules moves them as it moves the posts.
 *
 * ```ts
 * import { toICalendar } from '@affiche/schedule/interchange';
 *
 * const text = toICalendar({
 *   start: '2027-01-04T00:00:00Z',
 *   end: '2027-01-11T00:00:00Z',
 *   publications: [],
 *   unplaced: [],
 *   findings: [],
 * });
 * text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'); // => true
 * ```
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545 | RFC 5545}
 */
export function toICalendar(
  calendar: Calendar,
  { name, stampedAt = calendar.start }: ToICalendarOptions = {},
): string {
  const properties: JCalProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Affiche//Schedule//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ];
  // The older name is the one that programs read.
  if (name) properties.push(['name', {}, 'text', name], ['x-wr-calname', {}, 'text', name]);
  const zones = new Set(calendar.publications.map(({ at }) => at.zone));
  const from = epochMilliseconds(calendar.start) - year;
  const to = epochMilliseconds(calendar.end) + year;
  const text = ICAL.stringify([
    'vcalendar',
    properties,
    [
      ...[...zones].toSorted().map((zone) => timeZoneComponent(zone, from, to)),
      ...calendar.publications.map((publication) => event(publication, stampedAt)),
    ],
  ]);
  return `${foldLines(text)}\r\n`;
}

function event(publication: Publication, stampedAt: Instant): JCalComponent {
  const { id, draft, account } = publication;
  const text = draft.items.map((item) => item.text).join('\n\n');
  const title = draft.contentWarning ?? text.split('\n')[0] ?? '';
  const network = account.handle ?? account.id;
  const properties: JCalProperty[] = [
    ['uid', {}, 'text', `${id}@affiche`],
    ['dtstamp', {}, 'date-time', utc(stampedAt)],
    startOf(publication),
    ['summary', {}, 'text', `${account.platform}: ${shorten(title) || draft.id}`],
    ['description', {}, 'text', text],
    ['location', {}, 'text', `${account.platform} ${network}`],
    ['x-affiche-account', {}, 'text', accountKey(account)],
    ['x-affiche-draft', {}, 'text', draft.id],
    // A post takes no time: it must not make its author look busy.
    ['transp', {}, 'text', 'TRANSPARENT'],
  ];
  if (draft.pillar) properties.push(['categories', {}, 'text', draft.pillar]);
  return ['vevent', properties, []];
}

function startOf({ at }: Publication): JCalProperty {
  // iCalendar knows only the usual reading of a repeated or skipped time.
  if (wallTimeReadings(at).shown !== 'once' && at.disambiguation !== 'compatible') {
    return ['dtstart', {}, 'date-time', utc(resolveWallTime(at))];
  }
  const time = at.time.length === 5 ? `${at.time}:00` : at.time;
  return ['dtstart', { tzid: at.zone }, 'date-time', `${at.date}T${time}`];
}

function utc(at: Instant): string {
  return `${new Date(epochMilliseconds(at)).toISOString().slice(0, 19)}Z`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function shorten(title: string): string {
  const characters = Array.from(segmenter.segment(title), ({ segment }) => segment);
  return characters.length <= titleLength
    ? title
    : `${characters.slice(0, titleLength - 1).join('')}…`;
}
