import { fromICalendar } from '@affiche/schedule/interchange';
import { expect, test } from 'vitest';

/** The days, and where they differ the times, of a rule that begins at nine in New York. */
function days(start: string, rule: string, count: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:u',
    `DTSTART;TZID=America/New_York:${start}T090000`,
    `RRULE:${rule}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const period = { from: '1995-01-01', to: '2008-12-31', zone: 'UTC' };
  const { events } = fromICalendar(lines.join('\n'), period);
  return events
    .slice(0, count)
    .flatMap((event) => ('at' in event ? [`${event.at.date} ${event.at.time}`] : []))
    .map((at) => at.replace(' 09:00', ''))
    .join(', ');
}

// The examples of RFC 5545, section 3.8.5.3, with the occurrences printed there.
test.each([
  ['19970902', 'FREQ=DAILY;UNTIL=19970904T130000Z', '1997-09-02, 1997-09-03, 1997-09-04'],
  [
    '19970902',
    'FREQ=DAILY;INTERVAL=10;COUNT=5',
    '1997-09-02, 1997-09-12, 1997-09-22, 1997-10-02, 1997-10-12',
  ],
  [
    '19970902',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4;BYDAY=TU,TH',
    '1997-09-02, 1997-09-04, 1997-09-16, 1997-09-18',
  ],
  ['19970905', 'FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05, 1997-10-03, 1997-11-07'],
  [
    '19970907',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU',
    '1997-09-07, 1997-09-28, 1997-11-02, 1997-11-30, 1998-01-04, 1998-01-25',
  ],
  [
    '19970928',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    '1997-09-28, 1997-10-29, 1997-11-28, 1997-12-29, 1998-01-29, 1998-02-26',
  ],
  [
    '19970910',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=7;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09-10, 1997-09-11, 1997-09-12, 1997-09-13, 1997-09-14, 1997-09-15, 1999-03-10',
  ],
  [
    '19970310',
    'FREQ=YEARLY;INTERVAL=2;COUNT=4;BYMONTH=1,2,3;BYMONTHDAY=10',
    '1997-03-10, 1999-01-10, 1999-02-10, 1999-03-10',
  ],
  [
    '19970101',
    'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200',
    '1997-01-01, 1997-04-10, 1997-07-19, 2000-01-01',
  ],
  ['19970519', 'FREQ=YEARLY;BYDAY=20MO', '1997-05-19, 1998-05-18, 1999-05-17'],
  ['19970512', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12, 1998-05-11, 1999-05-17'],
  [
    '19980213',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1998-02-13, 1998-03-13, 1998-11-13, 1999-08-13, 2000-10-13',
  ],
  [
    '19961105',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11-05, 2000-11-07, 2004-11-02',
  ],
  [
    '19970904',
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '1997-09-04, 1997-10-07, 1997-11-06',
  ],
  [
    '19970929',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997-09-29, 1997-10-30, 1997-11-27, 1997-12-30',
  ],
  ['19970902', 'FREQ=HOURLY;INTERVAL=3;COUNT=3', '1997-09-02, 1997-09-02 12:00, 1997-09-02 15:00'],
  [
    '19970902',
    'FREQ=MINUTELY;INTERVAL=90;COUNT=3',
    '1997-09-02, 1997-09-02 10:30, 1997-09-02 12:00',
  ],
  [
    '19970902',
    'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,16;COUNT=5',
    '1997-09-02, 1997-09-02 09:20, 1997-09-02 09:40, 1997-09-02 16:00, 1997-09-02 16:20',
  ],
  [
    '19970805',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08-05, 1997-08-10, 1997-08-19, 1997-08-24',
  ],
  [
    '19970805',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08-05, 1997-08-17, 1997-08-19, 1997-08-31',
  ],
  [
    '20070115',
    'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
    '2007-01-15, 2007-01-30, 2007-02-15, 2007-03-15, 2007-03-30',
  ],
  ['19970902', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ''],
  ['19960229', 'FREQ=YEARLY', '1996-02-29, 2000-02-29, 2004-02-29, 2008-02-29'],
])('from %s, %s', (start, rule, expected) => {
  expect(days(start, rule, expected.split(', ').length)).toBe(expected);
});
