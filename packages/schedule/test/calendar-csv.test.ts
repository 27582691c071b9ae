import { Calendar, Draft, Publication } from '@affiche/core';
import { type Idea, planCalendar } from '@affiche/schedule';
import { ideasFromCsv, toCsv } from '@affiche/schedule/interchange';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const zone = 'Europe/Paris';
const account = { platform: 'bluesky', id: 'a' };
const cell = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '=1+1',
        "'",
        "'=x",
        '@you',
        '-',
        '\t',
        '"',
        '""',
        ',',
        ';',
        '\n',
        '\r\n',
        '---',
        '\n---\n',
        '\\---',
        '🥐',
        '＝',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('').replaceAll('\uFFFD', '?'))
  .filter((text) => text.trim() !== '');
const word = cell.map((text) => text.trim());

function calendarOf(publications: readonly unknown[]): Calendar {
  const period = { start: '2027-01-01T00:00:00Z', end: '2028-01-01T00:00:00Z' };
  return Calendar.parse({ ...period, publications });
}

test('an editorial calendar goes to a spreadsheet and comes back as it was', () => {
  const post = fc.record({
    texts: fc.array(cell, { minLength: 1, maxLength: 3 }),
    comment: fc.option(cell, { nil: undefined }),
    author: word,
    contentWarning: word,
    disclosure: fc.constantFrom('gift', 'automated', undefined),
    link: fc.constantFrom('https://example.org/?a=1,2&b="', undefined),
  });
  fc.assert(
    fc.property(fc.array(post, { minLength: 1, maxLength: 3 }), (posts) => {
      const publications = posts.map(({ texts, comment, link, ...rest }, index) => {
        const [first, ...more] = texts;
        const items = [
          { text: first, ...(link && { link: { url: link } }) },
          ...more.map((text) => ({ text, role: 'reply' })),
          ...(comment === undefined ? [] : [{ text: comment, role: 'first-comment' }]),
        ];
        const words = { ...rest, pillar: 'craft', campaign: 'c', language: 'fr', audience: 'x' };
        const draft = Draft.parse({ id: `=d${index}`, items, ...words });
        const at = { date: `2027-01-0${index + 1}`, time: '12:30:05', zone: 'Asia/Tokyo' };
        return Publication.parse({ id: `p${index}`, draft, account, at });
      });
      const { ideas, findings } = ideasFromCsv(toCsv(calendarOf(publications)), { zone });
      expect(findings).toEqual([]);
      expect(ideas).toEqual(
        publications.map(({ draft, at }): Idea => ({
          draft,
          value: 1,
          platforms: ['bluesky'],
          pinnedAt: at,
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('what was planned, read back, has the same ids and times', () => {
  const strategy = {
    zone,
    channels: [{ account, cadence: { perWeek: { min: 0, max: 7 } } }],
    pillars: [],
  };
  const ideas = ['a', 'b'].map((id) => ({ draft: Draft.parse({ id, items: [{ text: id }] }) }));
  const period = { from: '2027-01-04', to: '2027-01-10' };
  const plan = planCalendar({ strategy, ideas, ...period });
  const read = ideasFromCsv(toCsv(plan), { zone });
  const again = planCalendar({ strategy, ideas: read.ideas, ...period });
  expect(again.publications).toEqual(plan.publications);
});

/** What is read of a table of one column of times, and why not. */
function timesOf(table: string | Uint8Array, dateOrder?: 'day-first' | 'month-first') {
  const { ideas, findings } = ideasFromCsv(table, { zone, ...(dateOrder && { dateOrder }) });
  return [
    ...ideas.map(({ pinnedAt: at, deadline }) => `${at?.date} ${at?.time} ${deadline?.time ?? ''}`),
    ...findings.map(({ rule, path }) => `${rule.split('/').at(-1)} ${path.join(' ')}`),
  ].map((line) => line.trim());
}

test.each([
  ['2027-01-04 9:05', '2027-01-04 09:05'],
  ['2027/1/4 09:05:30', '2027-01-04 09:05:30'],
  ['2027-01-04', '2027-01-04 12:00'],
  ['31/01/2027 09:05', '2027-01-31 09:05'],
  ['1/31/2027 12:05 AM', '2027-01-31 00:05'],
  ['04.02.2027 09:05', '2027-02-04 09:05'],
  ['04/02/2027 09:05', 'pinnedat 0 pinnedAt'],
  ['46391.38', 'pinnedat 0 pinnedAt'],
  ['2027-02-30 09:05', 'pinnedat 0 pinnedAt'],
  ['1/31/2027 13:05 PM', 'pinnedat 0 pinnedAt'],
])('a spreadsheet’s %s is %s', (written, expected) => {
  expect(timesOf(`text,pinnedAt\nx,${written}`)).toEqual([expected]);
});

test('whoever says which comes first may write both orders, and a deadline’s day ends it', () => {
  const table = 'text\tpinnedAt\tdeadline\r\nx\t04/02/2027 9:05\t05/02/2027';
  expect(timesOf(table, 'day-first')).toEqual(['2027-02-04 09:05 23:59']);
  expect(timesOf(table, 'month-first')).toEqual(['2027-04-02 09:05 23:59']);
});

test.each<[string, string | Uint8Array, string[]]>([
  [
    'misspelt and unknown columns',
    'Text,deadlne,Notes,Pinned at\nx,2027-01-01,,2027-01-04',
    ['2027-01-04 12:00', 'column 0 deadlne', 'column 0 Notes'],
  ],
  ['no column of words', 'id,words\n1,x', ['column 0 words', 'text 0']],
  [
    'an id twice, but for one network each',
    'id,text,platforms\na,x,bluesky\n\na,x,mastodon\na,x,bluesky mastodon',
    ['undefined undefined', 'undefined undefined', 'id 3 id'],
  ],
  ['a disclosure nobody knows', 'text,disclosure\nx,none', ['disclosure 0 disclosure']],
  ['a zone nobody knows', 'text,zone\nx,Paris', ['zone 0 zone']],
  ['Windows-1252', Buffer.from('text\r\nété', 'latin1'), ['undefined undefined', 'encoding 0']],
  ['UTF-16', Buffer.from('\uFEFFtext\r\nété', 'utf16le'), ['undefined undefined', 'encoding 0']],
])('%s', (_, table, expected) => {
  expect(timesOf(table)).toEqual(expected);
});
