/** One row of a table with a heading: text by column name. */
export type CsvRow = Readonly<Record<string, string>>;

// A spreadsheet runs what begins like this; the apostrophe tells it not to.
const formula = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV, with a heading and CRLF as RFC 4180 has it. Cells that a spreadsheet would run
 * as a formula get an apostrophe in front.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180}
 */
export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  return writeCells([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** Writes lines of cells as CSV; no cell of it is a formula. */
export function writeCells(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
export function plainCell(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * Reads CSV with a heading. Takes commas or semicolons, whichever the heading has more of, any line
 * ends, and a byte order mark.
 */
export function readCsv(text: string): CsvRow[] {
  const [heading = [], ...lines] = readCells(text.replace(/^\uFEFF/, '')).lines;
  return lines
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) =>
      Object.fromEntries(
        heading.map((column, index) => [column.trim(), plainCell(cells[index] ?? '')]),
      ),
    );
}

function writeCell(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What stands between the cells of a table: whichever its first line has more of. */
export function separatorOf(text: string): ',' | ';' {
  // What stands between quotes separates nothing.
  const line = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  return line.split(';').length > line.split(',').length ? ';' : ',';
}

/** The cells of a table, line by line. */
export interface Cells {
  readonly lines: string[][];
  /** Positions of lines with a quotation mark that neither opens nor closes a cell. */
  readonly stray: readonly number[];
}

/** Reads the cells of a table as they were written. A stray quotation mark is a character like another. */
export function readCells(text: string): Cells {
  const separator = separatorOf(text);
  const end = `(${separator}|\\r\\n|\\n|\\r|$)`;
  const patterns = [
    `"((?:[^"]|"")*)"${end}`,
    // Somebody forgot to double one inside: it closes where a cell may end, on the same line.
    `"([^\\r\\n]*?)"${end}`,
    `([^${separator}\\r\\n]*)${end}`,
  ].map((pattern) => new RegExp(pattern, 'y'));
  const lines: string[][] = [[]];
  const stray = new Set<number>();
  let at = 0;
  for (;;) {
    const first = text[at] === '"' ? 0 : 2;
    const kind = patterns.findIndex((pattern, index) => {
      pattern.lastIndex = at;
      return index >= first && pattern.test(text);
    });
    const pattern = patterns[kind];
    if (!pattern) break;
    const next = pattern.lastIndex;
    pattern.lastIndex = at;
    const [, cell = '', after] = pattern.exec(text) ?? [];
    if (kind > 0 && cell.includes('"')) stray.add(lines.length - 1);
    lines.at(-1)?.push(kind === 0 ? cell.replaceAll('""', '"') : cell);
    if (after !== separator) lines.push([]);
    if (next >= text.length && after !== separator) break;
    at = next;
  }
  return { lines, stray: [...stray] };
}
