// A spreadsheet runs what begins like this, also in the wide letters of East Asia.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes lines of cells as CSV, with CRLF as RFC 4180 has it. Cells that a spreadsheet would run as a
 * formula get an apostrophe in front.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180}
 * @see {@link https://owasp.org/www-community/attacks/CSV_Injection | OWASP, CSV injection}
 */
export function writeCells(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

/** Whether a spreadsheet would run a cell. */
export function isFormula(cell: string): boolean {
  return formula.test(cell);
}

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function writeCell(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What may stand between the cells of a table. */
export type Separator = ',' | ';' | '\t';

const separators: readonly Separator[] = [',', ';', '\t'];

/** What stands between the cells of a table: whichever its first line has most of. */
export function separatorOf(text: string): Separator {
  // What stands between quotes separates nothing.
  const line = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  const count = (separator: Separator) => line.split(separator).length;
  return separators.reduce((most, each) => (count(each) > count(most) ? each : most));
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
