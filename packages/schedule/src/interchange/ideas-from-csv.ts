import { Draft, type Finding, nearest, type WallTime, Zone } from '@affiche/core';
import type { Idea } from '../calendar-input.ts';
import { plainCell, readCells } from './csv.ts';
import { readThread } from './csv-thread.ts';
import { type DateOrder, readCsvTime } from './csv-time.ts';
import { decodeTable } from './decode-table.ts';

/** Ideas read from a table, and what could not be read. */
export interface IdeasFromCsv {
  readonly ideas: readonly Idea[];
  readonly findings: readonly Finding[];
}

/** How a table of ideas is read. */
export interface IdeasFromCsvOptions {
  /** On whose walls its times are, where a row names no zone. */
  readonly zone: Zone;
  /** Which of 01/04/2027 the month is; without it such a date is a finding. */
  readonly dateOrder?: DateOrder;
}

type Row = Readonly<Record<string, string>>;

const times = { notBefore: '00:00', deadline: '23:59', pinnedAt: '12:00' } as const;
const words = [
  'pillar',
  'campaign',
  'audience',
  'language',
  'author',
  'disclosure',
  'contentWarning',
];
const columns = [
  ...words,
  ...Object.keys(times),
  'id',
  'draft',
  'text',
  'firstComment',
  'link',
  'platforms',
  'networks',
  'platform',
  'account',
  'value',
  'date',
  'time',
  'zone',
];

/**
 * Reads ideas from a table, be it written by hand, by a spreadsheet or by `toCsv`. Columns, all but
 * `text` optional: `id`, `text` (a line of `---` begins the next post of a thread), `firstComment`,
 * `platforms` (with spaces or semicolons between), `pillar`, `campaign`, `audience`, `language`,
 * `author`, `disclosure`, `contentWarning`, `link`, `value`, `notBefore`, `deadline` and `pinnedAt`
 * (`2027-01-04 12:30`, on the walls of `zone`); `date`, `time`, `zone`, `platform` and `draft` as
 * `toCsv` writes them. Cells may be separated by commas, semicolons or tabs; give the bytes of a file
 * for other encodings than UTF-8. A row that cannot be read is a finding, never a guess.
 *
 * ```ts
 * import { ideasFromCsv } from '@affiche/schedule/interchange';
 *
 * const { ideas } = ideasFromCsv('text,deadline\nGalette!,2027-01-06 09:00', { zone: 'UTC' });
 * ideas[0]?.deadline?.time; // => '09:00'
 * ```
 */
export function ideasFromCsv(
  table: string | Uint8Array,
  options: IdeasFromCsvOptions,
): IdeasFromCsv {
  const decoded = decodeTable(table);
  const findings: Finding[] = [...decoded.findings];
  const { lines, stray } = readCells(decoded.text);
  const heading = readHeading(lines[0] ?? [], findings);
  for (const index of stray) {
    findings.push(
      problem(index, 'quote', 'a quotation mark stands alone; it was read as a character.', {
        severity: 'warning',
        fix: 'Write two of them inside a cell.',
      }),
    );
  }
  const ideas: Idea[] = [];
  const taken = new Map<string, number>();
  if (!heading.includes('text')) return { ideas, findings };
  for (const [index, cells] of lines.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const row = Object.fromEntries(heading.map((name, at) => [name, plainCell(cells[at] ?? '')]));
    const read = readRow(row, index, options);
    const found = 'findings' in read ? read.findings : repeated(read, index, taken);
    findings.push(...found);
    if (!('findings' in read) && found.length === 0) ideas.push(read);
  }
  return { ideas, findings };
}

/** The names of the columns, as they are meant; what nobody reads is told. */
function readHeading(cells: readonly string[], findings: Finding[]): string[] {
  const names = cells.map((cell) => {
    const plain = folded(cell);
    return columns.find((column) => folded(column) === plain) ?? cell.trim();
  });
  for (const name of names) {
    if (name === '' || columns.includes(name)) continue;
    const meant = nearest(name, columns);
    const words = `no column is called "${name}"; it was not read.`;
    findings.push(
      problem(0, 'column', words, {
        severity: meant ? 'warning' : 'info',
        fix: meant ? `Call it "${meant}".` : 'Leave it, if it is for people only.',
        path: [0, name],
        measured: name,
      }),
    );
  }
  if (!names.includes('text')) {
    const fix = 'Begin with a line of headings, one of them "text".';
    findings.push(problem(0, 'text', 'there is no column "text".', { fix }));
  }
  return names;
}

function folded(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function readRow(
  row: Row,
  index: number,
  { zone: usualZone, dateOrder }: IdeasFromCsvOptions,
): Idea | { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const cell = (name: string) => row[name]?.trim() || undefined;
  const refuse = (column: string, words: string, fix: string) => {
    const measured = row[column] ? { measured: row[column] } : {};
    findings.push(
      problem(index, column.toLowerCase(), words, { fix, path: [index - 1, column], ...measured }),
    );
  };
  if (!cell('text')) refuse('text', 'the idea has no text.', 'Write what the post should say.');
  const value = Number(cell('value') ?? 1);
  if (!(value > 0 && value < Infinity)) {
    refuse('value', 'the value is not a positive number.', 'Write 1, or leave it empty.');
  }
  const zone = cell('zone') ?? usualZone;
  if (!Zone.safeParse(zone).success) {
    refuse('zone', `"${zone}" is no time zone.`, 'Write it like Europe/Paris.');
  }
  const pinned = cell('pinnedAt') ?? [cell('date'), cell('time')].filter(Boolean).join(' ');
  const walls: Record<string, WallTime> = {};
  for (const [column, usual] of Object.entries(times)) {
    const text = column === 'pinnedAt' ? pinned : cell(column);
    if (!text || findings.length > 0) continue;
    const wall = readCsvTime(text, { zone, order: dateOrder, usual });
    if ('problem' in wall) refuse(column, wall.problem, 'Write it like 2027-01-04 12:30.');
    else walls[column] = wall;
  }
  const draft = draftFrom(row, index);
  const faulty = draft.error?.issues[0]?.path.map(String) ?? [];
  if (faulty.includes('link')) {
    refuse('link', 'the link is not a web address.', 'Write it like https://example.org/page.');
  } else if (draft.error) {
    const column = faulty[0] ?? 'text';
    refuse(column, `the ${column} cannot be read.`, draft.error.issues[0]?.message ?? '');
  }
  if (findings.length > 0 || !draft.data) return { findings };
  const named = cell('platforms') ?? cell('networks') ?? cell('platform');
  const platforms = named?.split(/[\s;,|]+/).filter(Boolean) ?? [];
  return { draft: draft.data, value, ...(platforms.length > 0 && { platforms }), ...walls };
}

function draftFrom(row: Row, index: number) {
  const filled = (column: string) => row[column]?.trim() || undefined;
  const link = filled('link');
  const comments = filled('firstComment') ? readThread(row['firstComment'] ?? '') : [];
  return Draft.safeParse({
    id: filled('draft') ?? filled('id') ?? `row-${index + 1}`,
    items: [
      ...readThread(row['text'] ?? '').map((text, position) => ({
        text,
        ...(position === 0 ? link && { link: { url: link } } : { role: 'reply' }),
      })),
      ...comments.map((text) => ({ text, role: 'first-comment' })),
    ],
    ...Object.fromEntries(words.map((name) => [name, filled(name)])),
  });
}

/** Whether an idea is there already: its publications would have the ids of the first one's. */
function repeated({ draft: { id }, platforms }: Idea, index: number, taken: Map<string, number>) {
  const keys = (platforms ?? ['']).map((platform) => JSON.stringify([id, platform]));
  const earlier = keys.map((key) => taken.get(key)).find((row) => row !== undefined);
  for (const key of keys) taken.set(key, taken.get(key) ?? index);
  if (earlier === undefined) return [];
  const words = `the id "${id}" is taken by row ${earlier + 1}.`;
  const fix = 'Give each idea an id of its own.';
  return [problem(index, 'id', words, { fix, path: [index - 1, 'id'], measured: id })];
}

/** A finding about a row, counted as spreadsheets count. */
function problem(
  index: number,
  rule: string,
  words: string,
  rest: Partial<Finding> & Pick<Finding, 'fix'>,
): Finding {
  return {
    rule: `schedule/ideas/${rule}`,
    severity: 'error',
    path: [index],
    message: `Row ${index + 1}: ${words}`,
    ...rest,
  };
}
