import { Draft, Publication } from '@affiche/core';
import { fromICalendar, toICalendar } from '@affiche/schedule/interchange';
import { expect, test } from 'vitest';

const period = { from: '2027-01-01', to: '2027-12-31', zone: 'America/New_York' };
const paris = 'DTSTART;TZID=Europe/Paris:20270104T083000';

function file(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
}

function event(...lines: string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:Fair', ...lines, 'END:VEVENT'];
}

/** Each event in one line, each finding by its rule and place. */
function read(text: string | Uint8Array): string[] {
  const { events, findings } = fromICalendar(text, period);
  return [
    ...events.map((each) =>
      'at' in each
        ? `${each.at.date.slice(5)} ${each.at.time} ${each.at.zone}`
        : `${each.from.slice(5)} ${each.to.slice(5)}`,
    ),
    ...findings.map(({ severity, rule, path }) =>
      [severity, rule.split('/').at(-1), Number(path[1]) + 1].join(' '),
    ),
  ];
}

const centralEurope = [
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
];
const outlook = '(UTC+01:00) Brussels\\, Copenhagen';

test.each<[string, string[], string[]]>([
  ['a zone without its table', event(paris), ['01-04 08:30 Europe/Paris']],
  [
    'a zone of Windows',
    event('DTSTART;TZID=Romance Standard Time:20270704T083000'),
    ['07-04 08:30 Europe/Paris'],
  ],
  [
    'a zone behind a prefix',
    event('DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20270104T083000'),
    ['01-04 08:30 Europe/Berlin'],
  ],
  [
    'a zone that only its table tells',
    [
      'BEGIN:VTIMEZONE',
      `TZID:${outlook}`,
      ...centralEurope,
      'END:VTIMEZONE',
      ...event('DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen":20270704T083000'),
    ],
    ['07-04 08:30 Europe/Budapest', 'info zone 21'],
  ],
  [
    'a zone nobody knows',
    event('DTSTART;TZID=Nowhere:20270704T083000'),
    ['07-04 08:30 America/New_York', 'warning zone 6'],
  ],
  [
    'a time without a zone, in a file that names one',
    ['X-WR-TIMEZONE:Asia/Tokyo', ...event('DTSTART:20270104T083000')],
    ['01-04 08:30 Asia/Tokyo'],
  ],
  [
    'an end told in UTC, on another day than on the wall',
    event('DTSTART;TZID=Europe/Paris:20270104T003000', 'RRULE:FREQ=WEEKLY;UNTIL=20270110T233000Z'),
    ['01-04 00:30 Europe/Paris', '01-11 00:30 Europe/Paris'],
  ],
  [
    'days left out, told in UTC and without a time',
    event(
      paris,
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE:20270105T073000Z',
      'EXDATE;VALUE=DATE:20270106',
    ),
    ['01-04 08:30 Europe/Paris', '01-07 08:30 Europe/Paris'],
  ],
  [
    'days added, to the first one',
    event(paris, 'RDATE;VALUE=PERIOD:20270210T073000Z/PT1H'),
    ['01-04 08:30 Europe/Paris', '02-10 08:30 Europe/Paris'],
  ],
  [
    'single days moved, cancelled, or moved in from after the period',
    [
      ...event(paris, 'RRULE:FREQ=WEEKLY;COUNT=3'),
      ...event('DTSTART;TZID=Europe/Paris:20270112T093000', 'RECURRENCE-ID:20270111T073000Z'),
      ...event(
        'DTSTART;TZID=Europe/Paris:20270118T083000',
        'RECURRENCE-ID;TZID=Europe/Paris:20270118T083000',
        'STATUS:CANCELLED',
      ),
      ...event('DTSTART;VALUE=DATE:20271231', 'RECURRENCE-ID;TZID=Europe/Paris:20280110T083000'),
    ],
    ['01-04 08:30 Europe/Paris', '01-12 09:30 Europe/Paris', '12-31 12-31'],
  ],
  [
    'a day and all later ones moved',
    [
      ...event(paris, 'RRULE:FREQ=DAILY;COUNT=3'),
      ...event(
        'DTSTART;TZID=Europe/Paris:20270105T100000',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20270105T083000',
      ),
    ],
    ['01-04 08:30 Europe/Paris', '01-05 10:00 Europe/Paris', '01-06 10:00 Europe/Paris'],
  ],
  [
    'a moved day without its series',
    event('DTSTART:20270104T083000Z', 'RECURRENCE-ID:20270103T083000Z'),
    ['01-04 08:30 UTC'],
  ],
  [
    'two versions of one event',
    [...event('DTSTART:20270105T083000Z', 'SEQUENCE:2'), ...event('DTSTART:20270104T083000Z')],
    ['01-05 08:30 UTC'],
  ],
  ['a cancelled event', event(paris, 'STATUS:CANCELLED'), []],
  [
    'days that began before the period',
    event('DTSTART:20261230T083000Z', 'DTEND:20270104T083000Z'),
    ['12-30 08:30 UTC'],
  ],
  [
    'the last working day of a month',
    event(paris, 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270331'),
    ['01-29 08:30 Europe/Paris', '02-26 08:30 Europe/Paris', '03-31 08:30 Europe/Paris'],
  ],
  ['a leap day', event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'), []],
  [
    'a rule that never comes to pass',
    event('DTSTART:20270104T083000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
    [],
  ],
  [
    'no start',
    ['BEGIN:VEVENT', 'UID:q', 'END:VEVENT', ...event(paris)],
    ['01-04 08:30 Europe/Paris', 'error unreadable 3'],
  ],
  ['a rule that is none', event(paris, 'RRULE:FREQ=SOMETIMES'), ['error unreadable 7']],
  ['a date that is none', event('DTSTART:20271399T083000'), ['error unreadable 6']],
  [
    'a line that is none',
    event(paris, 'nonsense'),
    ['01-04 08:30 Europe/Paris', 'warning unreadable 7'],
  ],
  [
    'an event without its end',
    ['BEGIN:VEVENT', paris, ...event(paris)],
    ['01-04 08:30 Europe/Paris', 'error unreadable 3'],
  ],
])('%s is read, and what cannot be is found by its line', (_, lines, expected) => {
  expect(read(file(...lines))).toEqual(expected);
});

test('a series of any age is entered where the period begins', () => {
  const old = read(file(...event('DTSTART:19700101T083000Z', 'RRULE:FREQ=DAILY')));
  expect([old.length, old[0]]).toEqual([365, '01-01 08:30 UTC']);
  expect(read(file(...event('DTSTART:20270104T083000Z', 'RRULE:FREQ=MINUTELY'))).at(-1)).toBe(
    'error unreadable 3',
  );
});

test('what is no calendar is said to be none', () => {
  expect([read(''), read('<html>'), read(event(paris).join('\n'))]).toEqual([
    ['error unreadable 1'],
    ['error unreadable 1'],
    ['error unreadable 1'],
  ]);
});

test('characters cut in two by folding, and other encodings, are read whole', () => {
  const bytes = Buffer.from(file(...event('DESCRIPTION:é🥐', paris)));
  const at = bytes.indexOf('é🥐');
  const titles = [1, 2, 3, 4, 5].map((cut) => {
    const parts = [bytes.subarray(0, at + cut), Buffer.from('\r\n '), bytes.subarray(at + cut)];
    return fromICalendar(Buffer.concat(parts), period).events[0]?.description;
  });
  expect(new Set(titles)).toEqual(new Set(['é🥐']));
  expect(read(Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le'))).toHaveLength(1);
});

function publication(id: string, text: string): Publication {
  return Publication.parse({
    id,
    draft: Draft.parse({ id, items: [{ text }] }),
    account: { platform: 'mastodon', id: '42' },
    at: { date: '2027-01-04', time: '12:30', zone: 'Europe/Paris' },
  });
}

test('no text of a post begins a line of its own, and what was withdrawn is cancelled', () => {
  const [kept, gone] = [publication('a', 'One\rEND:VEVENT\u0000\r\ntwo'), publication('b', 'Gone')];
  const text = toICalendar(
    {
      start: '2027-01-01T00:00:00Z',
      end: '2028-01-01T00:00:00Z',
      publications: [kept],
      unplaced: [],
      findings: [],
    },
    { revision: 3, withdrawn: [gone], refreshSeconds: 3600 },
  );
  expect(fromICalendar(text, period)).toMatchObject({
    events: [{ id: 'a@affiche', description: 'One\nEND:VEVENT\ntwo' }],
    findings: [],
  });
  expect(text.match(/^(?:STATUS|SEQUENCE|REFRESH).*$/gm)).toEqual([
    'REFRESH-INTERVAL;VALUE=DURATION:PT3600S',
    'SEQUENCE:3',
    'STATUS:CONFIRMED',
    'SEQUENCE:3',
    'STATUS:CANCELLED',
  ]);
});
