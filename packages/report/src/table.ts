/** One column of a table. */
export interface TableColumn {
  /** Stable in every language, for programs: `target`. */
  readonly key: string;
  /** For people, in the report's language. */
  readonly label: string;
  /** Numbers stand right. */
  readonly numeric?: boolean;
}

/** A value whose reading differs from it: 0.021 and `2.1%`. */
export interface TableValue {
  /** For programs; `null` is unknown. */
  readonly value: string | number | null;
  /** For people. */
  readonly text: string;
}

/** One cell: the bare value for programs, and how people read it where that differs. */
export type TableCell = string | number | null | TableValue;

/** The data behind a chart or a section. */
export interface Table {
  /** Unique within a report, and a good file name: `scorecard`. */
  readonly id: string;
  /** For people, in the report's language. */
  readonly title: string;
  /** The first names the row. */
  readonly columns: readonly TableColumn[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** The bare value of a cell. */
function cellValue(cell: TableCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

/** What people read in a cell; an unknown value is a dash. */
export function cellText(cell: TableCell): string {
  if (cell === null) return '\u2013';
  return typeof cell === 'object' ? cell.text : String(cell);
}

/**
 * Writes a table as CSV, as RFC 4180 has it, with a header row of column keys.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * ```ts
 * import { toCsv } from '@affiche/report';
 *
 * toCsv({
 *   id: 'posts',
 *   title: 'Posts',
 *   columns: [{ key: 'network', label: 'Network' }, { key: 'posts', label: 'Posts' }],
 *   rows: [['Bluesky, and more', 12], ['=cmd()', null]],
 * });
 * // => 'network,posts\r\n"Bluesky, and more",12\r\n\'=cmd(),\r\n'
 * ```
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180}
 * @see {@link https://owasp.org/www-community/attacks/CSV_Injection | OWASP: CSV injection}
 */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => row.map(cellValue))];
  return lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Gives a table as records, ready for JSON: column keys to bare values; unknown is `null`.
 *
 * ```ts
 * import { toRecords } from '@affiche/report';
 *
 * toRecords({ id: 'p', title: 'P', columns: [{ key: 'posts', label: 'Posts' }], rows: [[12]] });
 * // => [{ posts: 12 }]
 * ```
 */
export function toRecords({ columns, rows }: Table): Record<string, string | number | null>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, cellValue(row[index] ?? null)])),
  );
}
