import { type Calendar, Draft, Publication, resolveWallTime } from '@affiche/core';
import {
  bulkCsvFormats,
  type BulkCsvTool,
  ideasFromBulkCsv,
  toBulkCsv,
} from '@affiche/schedule/interchange';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const zone = 'Europe/Paris';
const tools = Object.keys(bulkCsvFormats) as BulkCsvTool[];

function calendarOf(...posts: { text: string; time?: string; more?: object }[]): Calendar {
  const publications = posts.map(({ text, time = '18:30', more = {} }, index) =>
    Publication.parse({
      id: `p${index}`,
      draft: Draft.parse({ id: `d${index}`, items: [{ text, ...more }] }),
      account: { platform: 'mastodon', id: '1' },
      at: { date: '2027-03-28', time, zone },
    }),
  );
  const [start, end] = ['2027-03-01T00:00:00Z', '2027-04-01T00:00:00Z'] as const;
  return { start, end, publications, unplaced: [], findings: [] };
}

const rulesOf = (findings: readonly { rule: string; severity: string; path: unknown }[]) =>
  findings.map(({ rule, severity, path }) => [severity, rule.replace('schedule/bulk/', ''), path]);

it.each(tools)('%s: what goes out comes in again, formulas and all', (format) => {
  const words = fc
    .tuple(fc.constantFrom('=1+1', '+1', '-x', '@SUM(A1)', 'a;b', '"', 'a\r\nb', 'é'), fc.string())
    .map((parts) => parts.join(' ').replaceAll('\0', '').trim());
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
      const calendar = calendarOf(...texts.map((text) => ({ text })));
      const { text } = toBulkCsv(calendar, { format });
      // No line and no cell begins with what a spreadsheet would run.
      expect(
        /(?:^|[\n,]"?)[=+@-]/.test(text.replaceAll(/"(?:[^"]|"")*"/g, (cell) => cell.slice(0, 2))),
      ).toBe(false);
      const { ideas, findings } = ideasFromBulkCsv(text, { format, zone });
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(ideas.map(({ draft }) => draft.items[0]?.text)).toEqual(texts);
      for (const { pinnedAt } of ideas) {
        const [{ at }] = calendar.publications as [Publication];
        expect(pinnedAt && resolveWallTime(pinnedAt)).toBe(resolveWallTime(at));
      }
    }),
    { numRuns: 40 },
  );
});

it('notes what a table cannot hold, and how sure anybody is of it', () => {
  const picture = { source: { path: 'x.png' }, kind: 'image', mimeType: 'image/png', bytes: 1 };
  const calendar = calendarOf({ text: 'One', time: '18:31', more: { media: [picture] } });
  const { text, findings } = toBulkCsv(calendar, { format: 'hootsuite' });
  expect(text).toBe('03/28/2027 18:31,One,\r\n');
  expect(rulesOf(findings)).toEqual([
    ['info', 'unofficial', []],
    ['warning', 'media', [0, 'media']],
    ['warning', 'minutes', [0, 'at']],
  ]);
  const many = calendarOf(...Array.from({ length: 351 }, (_, index) => ({ text: `${index}` })));
  const { findings: tooMany } = toBulkCsv(many, { format: 'hootsuite' });
  expect(rulesOf(tooMany)).toContainEqual(['error', 'rows', [350]]);
});

const bytes = (text: string, width: 1 | 2) =>
  width === 1 ? Buffer.from(text, 'latin1') : Buffer.from(`\ufeff${text}`, 'utf16le');

const texts = (text: string) =>
  ideasFromBulkCsv(text, { format: 'hootsuite', zone }).ideas.map(
    ({ draft }) => draft.items[0]?.text,
  );

describe('a table', () => {
  it.each<[string, BulkCsvTool, string | Uint8Array, number, unknown[]]>([
    [
      'with a formula',
      'hootsuite',
      '12/01/2026 09:05,=HYPERLINK(A1),',
      1,
      [['warning', 'formula', [0, 'message']]],
    ],
    [
      'with semicolons',
      'hootsuite',
      '12/01/2026 09:05;Boots;https://example.com',
      1,
      [['warning', 'semicolons', [0]]],
    ],
    [
      'with an inch in it, and words between quotation marks that go on',
      'hootsuite',
      '12/01/2026 09:05,Boots 6" tall,\r\n12/02/2026 09:05,"The "best" boots, ever",',
      2,
      [
        ['warning', 'quote', [0]],
        ['warning', 'quote', [1]],
      ],
    ],
    [
      'with a cell that never ends',
      'hootsuite',
      '12/01/2026 09:05,"Boots,\n12/02/2026 09:05,Shoes,',
      2,
      [['warning', 'quote', [0]]],
    ],
    [
      'in another encoding',
      'hootsuite',
      bytes('12/01/2026 09:05,Été,', 1),
      1,
      [['warning', 'encoding', [0]]],
    ],
    [
      'in UTF-16',
      'hootsuite',
      bytes('12/01/2026 09:05,Été,', 2),
      1,
      [['warning', 'encoding', [0]]],
    ],
    [
      'in another order, without headings',
      'hootsuite',
      'Boots,12/01/2026 09:05,',
      0,
      [['error', 'column-order', [0, 'date']]],
    ],
    [
      'in another order, with headings',
      'ayrshare',
      'platforms,post,scheduleDate\r\ntwitter,Boots,2026-12-01T09:05:00Z',
      1,
      [['warning', 'column-order', [0, 'post']]],
    ],
    [
      'without headings',
      'buffer',
      'Boots,,,2026-12-01 09:05',
      0,
      [['error', 'column-missing', [0, 'Text']]],
    ],
    [
      'with a day first',
      'hootsuite',
      '31/12/2026 09:05,Boots,',
      0,
      [['error', 'time', [0, 'date']]],
    ],
    ['without words', 'hootsuite', '12/01/2026 09:05,,', 0, [['error', 'text', [0, 'message']]]],
    [
      'with a broken link',
      'hootsuite',
      '12/01/2026 09:05,Boots,x',
      0,
      [['error', 'link', [0, 'link']]],
    ],
  ])('%s', (_name, format, table, count, expected) => {
    const { ideas, findings } = ideasFromBulkCsv(table, { format, zone });
    expect([ideas.length, rulesOf(findings)]).toEqual([count, expected]);
    const wanted = typeof table === 'string' ? ideas[0]?.draft.items[0]?.text : 'Été';
    expect(ideas[0]?.draft.items[0]?.text).toBe(wanted);
  });

  it('loses neither words nor rows behind a stray quotation mark', () => {
    const table = '12/01/2026 09:05,Boots 6" tall,\n12/02/2026 09:05,"The "best" boots, ever",\n';
    expect(texts(table)).toEqual(['Boots 6" tall', 'The "best" boots, ever']);
    expect(texts('12/01/2026 09:05,"Boots,\n12/02/2026 09:05,Shoes,')).toEqual(['"Boots', 'Shoes']);
  });
});
