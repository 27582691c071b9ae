import { Draft, type Finding, type WallTime, type Zone } from '@affiche/core';
import {
  bulkCsvFormats,
  type BulkCsvFormat,
  type BulkCsvTool,
  type BulkField,
} from './bulk-formats.ts';
import { readBulkTime } from './bulk-time.ts';
import type { IdeasFromCsv } from './ideas-from-csv.ts';
import { plainCell, readCells, separatorOf } from './csv.ts';
import { decodeTable } from './decode-table.ts';
import type { Idea } from '../calendar-input.ts';

/**
 * Reads ideas from the table of a scheduling tool. Semicolons, another encoding, another order of
 * columns, formulas and rows that cannot be read are findings, each with its row and column.
 *
 * ```ts
 * import { ideasFromBulkCsv } from '@affiche/schedule/interchange';
 *
 * const text = '"12/01/2026 09:05","New boots are in!","https://example.com/p/1"';
 * const { ideas } = ideasFromBulkCsv(text, { format: 'hootsuite', zone: 'Europe/Paris' });
 * ideas[0]?.pinnedAt?.date; // => '2026-12-01'
 * ```
 */
export function ideasFromBulkCsv(
  table: string | Uint8Array,
  { format: tool, zone }: { readonly format: BulkCsvTool; readonly zone: Zone },
): IdeasFromCsv {
  const format: BulkCsvFormat = bulkCsvFormats[tool];
  const decoded = decodeTable(table);
  const findings: Finding[] = [...decoded.findings];
  const { lines, stray } = readCells(decoded.text);
  const separator = separatorOf(decoded.text);
  if (separator !== ',') {
    const name = separator === ';' ? 'Semicolons' : 'Tabs';
    findings.push(
      tell(
        'warning',
        'semicolons',
        [0],
        `${name} stand between the cells.`,
        `${format.name} itself may want commas.`,
      ),
    );
  }
  for (const index of stray) {
    const message = `Row ${index + 1}: a quotation mark stands alone; it was read as a character.`;
    findings.push(tell('warning', 'quote', [index], message, 'Write two of them inside a cell.'));
  }
  const order = format.heading
    ? orderOf(lines[0] ?? [], format, findings)
    : format.columns.map(({ field }) => field);
  if (!order) return { ideas: [], findings };
  const ideas: Idea[] = [];
  for (const [index, line] of lines.entries()) {
    if ((index === 0 && format.heading) || line.every((cell) => cell === '')) continue;
    const idea = readRow(line, index, { order, format, zone, findings });
    if (idea) ideas.push(idea);
  }
  return { ideas, findings };
}

/** Which field each column of this table holds, by its heading. */
function orderOf(
  heading: readonly string[],
  { columns, name }: BulkCsvFormat,
  findings: Finding[],
): BulkField[] | undefined {
  const order = heading.map(
    (cell) => columns.find((column) => folded(column.name) === folded(cell))?.field ?? 'other',
  );
  const missing = columns.filter(({ field }) => field === 'text' && !order.includes(field));
  for (const column of missing) {
    findings.push(
      tell(
        'error',
        'column-missing',
        [0, column.name],
        `Row 1: ${name} calls a column "${column.name}", and there is none.`,
        'Begin with the line of headings.',
      ),
    );
  }
  if (missing.length > 0) return undefined;
  const positions = order.map((field) => columns.findIndex((column) => column.field === field));
  const known = positions.filter((position) => position >= 0);
  const wrong = known.findIndex((position, at) => position < (known[at - 1] ?? -1));
  if (wrong >= 0) {
    findings.push(
      tell(
        'warning',
        'column-order',
        [0, heading[wrong] ?? ''],
        `Row 1: the columns stand in another order; they were read by their headings.`,
        `Order them as ${columns.map((column) => column.name).join(', ')}.`,
      ),
    );
  }
  return order;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

interface Reading {
  readonly order: readonly BulkField[];
  readonly format: BulkCsvFormat;
  readonly zone: Zone;
  readonly findings: Finding[];
}

function readRow(
  line: readonly string[],
  index: number,
  { order, format, zone, findings }: Reading,
): Idea | undefined {
  const nameOf = (field: BulkField) =>
    format.columns.find((column) => column.field === field)?.name ?? field;
  const problem = (
    severity: Finding['severity'],
    rule: string,
    field: BulkField,
    words: string,
    fix: string,
  ) => {
    findings.push(
      tell(
        severity,
        rule,
        [index, nameOf(field)],
        `Row ${index + 1}, ${nameOf(field)}: ${words}`,
        fix,
      ),
    );
  };
  const cell = (field: BulkField) => plainCell(line[order.indexOf(field)]?.trim() ?? '');
  for (const [position, raw] of line.entries()) {
    if (!/^(?:[=\t\r]|[+@-][^\s]*[(|!])/.test(raw)) continue;
    problem(
      'warning',
      'formula',
      order[position] ?? 'other',
      'this is a formula; it was read as words.',
      'Do not open the table in a spreadsheet.',
    );
  }
  const text = cell('text');
  const written = cell('at');
  const at = written === '' ? undefined : readBulkTime(written, format.time, zone);
  if (written !== '' && !at) {
    const elsewhere = line.findIndex((each) => readBulkTime(each.trim(), format.time, zone));
    const words =
      elsewhere < 0 ? `"${written}" is no time.` : `the time stands in column ${elsewhere + 1}.`;
    const example = exampleOf(format);
    problem(
      'error',
      elsewhere < 0 ? 'time' : 'column-order',
      'at',
      words,
      `Write it as ${example}.`,
    );
    return undefined;
  }
  if (text === '') {
    problem('error', 'text', 'text', 'there are no words.', 'Write what the post should say.');
    return undefined;
  }
  if (cell('media') !== '') {
    problem('info', 'media', 'media', 'the files were not taken over.', 'Add them to the idea.');
  }
  return ideaOf({ text, at, link: cell('link'), platform: cell('platform'), index }, (words, fix) =>
    problem('error', 'link', 'link', words, fix),
  );
}

function ideaOf(
  row: {
    readonly text: string;
    readonly at: WallTime | undefined;
    readonly link: string;
    readonly platform: string;
    readonly index: number;
  },
  refuse: (words: string, fix: string) => void,
): Idea | undefined {
  const { text, at, link, platform, index } = row;
  const draft = Draft.safeParse({
    id: `row-${index + 1}`,
    items: [{ text, ...(link !== '' && { link: { url: link } }) }],
  });
  if (!draft.success) {
    refuse('it is no web address.', 'Write it like https://example.org/page.');
    return undefined;
  }
  const platforms = platform.split(/[\s,;]+/).filter(Boolean);
  return {
    draft: draft.data,
    value: 1,
    ...(platforms.length > 0 && {
      platforms: platforms.map((each) => (each === 'twitter' ? 'x' : each)),
    }),
    ...(at && { pinnedAt: at }),
  };
}

const examples: Readonly<Record<BulkCsvFormat['time'], string>> = {
  'month-first': '12/31/2027 18:30',
  minutes: '2027-12-31 18:30',
  slashes: '2027/12/31 18:30',
  seconds: '2027-12-31 18:30:00',
  utc: '2027-12-31T18:30:00Z',
  offset: '2027-12-31T18:30:00+01:00',
};

function exampleOf({ time }: BulkCsvFormat): string {
  return examples[time];
}

function tell(
  severity: Finding['severity'],
  rule: string,
  path: Finding['path'],
  message: string,
  fix: string,
): Finding {
  return { rule: `schedule/bulk/${rule}`, severity, path, message, fix };
}
