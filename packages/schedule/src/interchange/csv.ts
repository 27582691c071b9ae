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
  const [heading = [], ...lines] = readCells(text.replace(/^\uFEFF/, ''));
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

/** Reads the cells of a table, line by line, as they were written. */
export function readCells(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  while (cell.lastIndex < text.length || rows.length === 1) {
    const [whole, quoted, plain = '', end] = cell.exec(text) ?? [];
    // A stray quote: take the rest of the line as it is, so that reading always goes on.
    if (whole === undefined) break;
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(value);
    if (end !== separator) rows.push([]);
    if (whole === '' || cell.lastIndex >= text.length) break;
  }
  return rows;
}
