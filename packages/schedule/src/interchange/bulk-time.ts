import { instant, resolveWallTime, WallTime, wallTimeAt, type Zone } from '@affiche/core';
import type { BulkCsvFormat } from './bulk-formats.ts';

/** Writes a moment as a tool wants it. */
export function writeBulkTime(at: WallTime, time: BulkCsvFormat['time']): string {
  const [year = '', month = '', day = ''] = at.date.split('-');
  const minutes = at.time.slice(0, 5);
  if (time === 'utc' || time === 'offset') return resolveWallTime(at).replace(/\.\d+/, '');
  return {
    'month-first': `${month}/${day}/${year} ${minutes}`,
    minutes: `${at.date} ${minutes}`,
    slashes: `${year}/${month}/${day} ${minutes}`,
    seconds: `${at.date} ${minutes}:00`,
  }[time];
}

/** Reads a moment that a tool wrote, on the walls of a zone; `undefined` for what is none. */
export function readBulkTime(
  text: string,
  time: BulkCsvFormat['time'],
  zone: Zone,
): WallTime | undefined {
  if (time === 'utc' || time === 'offset') {
    const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(
      text,
    );
    const at = isMoment ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? undefined : wallTimeAt(instant(at), zone);
  }
  const pattern =
    time === 'month-first'
      ? /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}) (?<clock>\d{1,2}:\d\d)$/
      : time === 'slashes'
        ? /^(?<year>\d{4})\/(?<month>\d\d)\/(?<day>\d\d) (?<clock>\d{1,2}:\d\d)$/
        : /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d) (?<clock>\d{1,2}:\d\d)(?::\d\d)?$/;
  const { year, month = '', day = '', clock = '' } = pattern.exec(text)?.groups ?? {};
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return WallTime.safeParse({ date, time: clock.padStart(5, '0'), zone }).data;
}
