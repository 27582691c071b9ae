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
  /**
   * How often the calendar was written before: programs that hold an event already take the one with
   * the higher number. The ids of events stay, so nothing doubles.
   *
   * @defaultValue 0
   */
  readonly revision?: number;
  /** What an earlier file held and this calendar no longer does: written as cancelled. */
  readonly withdrawn?: readonly Publication[];
  /** How often programs that subscribe to the file should look again, in seconds. */
  readonly refreshSeconds?: number;
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
export function toICalendar(calendar: Calendar, options: ToICalendarOptions = {}): string {
  const { name, stampedAt = calendar.start, revision = 0, withdrawn = [] } = options;
  const { refreshSeconds } = options;
  const properties: JCalProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Affiche//Schedule//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ];
  // The older name is the one that programs read.
  if (name)
    properties.push(['name', {}, 'text', plain(name)], ['x-wr-calname', {}, 'text', plain(name)]);
  if (refreshSeconds !== undefined) {
    const duration = `PT${refreshSeconds}S`;
    properties.push(
      ['refresh-interval', {}, 'duration', duration],
      ['x-published-ttl', {}, 'unknown', duration],
    );
  }
  const all = [...calendar.publications, ...withdrawn];
  const zones = new Set(all.map(({ at }) => at.zone));
  // Pinned posts may lie outside of the calendar's own days.
  const days = [calendar.start, calendar.end, ...all.map(({ at }) => `${at.date}T12:00:00Z`)];
  const moments = days.map(epochMilliseconds);
  const from = moments.reduce((first, at) => Math.min(first, at)) - year;
  const to = moments.reduce((last, at) => Math.max(last, at)) + year;
  const gone = new Set(withdrawn);
  const text = ICAL.stringify([
    'vcalendar',
    properties,
    [
      ...[...zones].toSorted().map((zone) => timeZoneComponent(zone, from, to)),
      ...all.map((publication) =>
        event(publication, { stampedAt, revision, isWithdrawn: gone.has(publication) }),
      ),
    ],
  ]);
  return `${foldLines(text)}\r\n`;
}

function event(
  publication: Publication,
  file: { readonly stampedAt: Instant; readonly revision: number; readonly isWithdrawn: boolean },
): JCalComponent {
  const { id, draft, account } = publication;
  const text = plain(draft.items.map((item) => item.text).join('\n\n'));
  const title = plain(draft.contentWarning ?? text).split('\n')[0] ?? '';
  const network = account.handle ?? account.id;
  const properties: JCalProperty[] = [
    ['uid', {}, 'text', `${plain(id)}@affiche`],
    ['dtstamp', {}, 'date-time', utc(file.stampedAt)],
    ['sequence', {}, 'integer', file.revision],
    ['status', {}, 'text', file.isWithdrawn ? 'CANCELLED' : 'CONFIRMED'],
    startOf(publication),
    ['summary', {}, 'text', `${account.platform}: ${shorten(title) || plain(draft.id)}`],
    ['description', {}, 'text', text],
    ['location', {}, 'text', plain(`${account.platform} ${network}`)],
    ['x-affiche-account', {}, 'text', plain(accountKey(account))],
    ['x-affiche-draft', {}, 'text', plain(draft.id)],
    // A post takes no time: it must not make its author look busy.
    ['transp', {}, 'text', 'TRANSPARENT'],
  ];
  if (draft.pillar) properties.push(['categories', {}, 'text', plain(draft.pillar)]);
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

/** Without what iCalendar has no place for: a stray line end would begin a property of its own. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
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
