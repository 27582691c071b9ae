import { Calendar, Draft, Publication } from '@affiche/core';
import { fromICalendar, ideasFromCsv, toCsv, toICalendar } from '@affiche/schedule/interchange';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const zone = 'Europe/Paris';
const period = { from: '2027-01-01', to: '2027-12-31', zone };

function calendarOf(texts: readonly string[]): Calendar {
  const publications = texts.map((text, index) =>
    Publication.parse({
      id: `p${index}`,
      draft: Draft.parse({ id: `d${index}`, items: [{ text }] }),
      account: { platform: 'bluesky', id: 'a' },
      at: { date: `2027-0${(index % 9) + 1}-04`, time: '12:30', zone },
    }),
  );
  const [start, end] = ['2027-01-01T00:00:00Z', '2027-12-31T00:00:00Z'];
  return Calendar.parse({ start, end, publications });
}

test('what we write as iCalendar we read back, on the same walls', () => {
  const { events, findings } = fromICalendar(
    toICalendar(calendarOf(['One', 'Two; three'])),
    period,
  );
  expect(findings).toEqual([]);
  expect(events.map((event) => ('at' in event ? [event.description, event.at] : []))).toEqual([
    ['One', { date: '2027-01-04', time: '12:30', zone, disambiguation: 'compatible' }],
    ['Two; three', { date: '2027-02-04', time: '12:30', zone, disambiguation: 'compatible' }],
  ]);
});

test('a recurrence of another program keeps its wall time over a change of the clocks', () => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:market',
    'SUMMARY:Market',
    'DTSTART;TZID=Europe/Paris:20270324T083000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'EXDATE;TZID=Europe/Paris:20270407T083000',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:holiday',
    'SUMMARY:Closed',
    'DTSTART;VALUE=DATE:20270501',
    'DTEND;VALUE=DATE:20270503',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const { events } = fromICalendar(lines.join('\r\n'), period);
  expect(events.map((event) => ('at' in event ? event.at.time : [event.from, event.to]))).toEqual([
    '08:30',
    '08:30',
    ['2027-05-01', '2027-05-02'],
  ]);
});

test('a broken file is a finding', () => {
  expect(fromICalendar('BEGIN:VCALENDAR\r\nnonsense', period).findings[0]?.rule).toBe(
    'schedule/icalendar/unreadable',
  );
});

test('any text survives the table, except that formulas are disarmed', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (texts) => {
      const written = texts.filter((text) => text.trim() !== '');
      const { ideas, findings } = ideasFromCsv(toCsv(calendarOf(written)), { zone });
      expect(findings).toEqual([]);
      expect(ideas.map(({ draft }) => draft.items[0]?.text)).toEqual(written);
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(toCsv(calendarOf(['=1+1']))).toContain(",'=1+1,");
});

test('rows that cannot be read say so', () => {
  const table = [
    'id;text;pinnedAt;value;link;platforms',
    'a;Hello;2027-01-04 12:30;2;https://example.org;bluesky mastodon',
    'b;;;;;',
    'c;Bye;tomorrow;;;',
    'd;Bad;;-1;;',
    'e;Bad;;;nowhere;',
  ].join('\n');
  const { ideas, findings } = ideasFromCsv(table, { zone });
  expect(ideas.map(({ draft }) => draft.id)).toEqual(['a']);
  expect(ideas[0]).toMatchObject({ value: 2, platforms: ['bluesky', 'mastodon'] });
  expect(ideas[0]?.pinnedAt?.time).toBe('12:30');
  expect(findings.map(({ rule }) => rule.split('/').at(-1))).toEqual([
    'text',
    'pinnedat',
    'value',
    'link',
  ]);
});
