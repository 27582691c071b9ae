import { parse } from 'csv-parse/sync';
import { parsed, readText } from './files.ts';

/** A row of a table, by its headings. */
export type Row = Readonly<Record<string, string>>;

/** Reads a CSV file with a line of headings; semicolons and tabs are understood as well. */
export async function readCsv(file: string): Promise<Row[]> {
  const text = await readTable(file);
  return parsed(file, 'CSV', () => parse<Row>(text, formatOf(text)));
}

/** The lines on which the cells of a table begin, row by row; the first line is 1. */
export async function readCsvLines(file: string): Promise<Readonly<Record<string, number>>[]> {
  const text = await readTable(file);
  return parse<Record<string, number>>(text, {
    ...formatOf(text),
    // It is told where a cell ends, and cells in quotes may have several lines.
    cast: (cell, { header, lines }) => (header ? cell : lines - (cell.split('\n').length - 1)),
  });
}

// Every program ends lines in its own way; posts and counts of lines know one.
async function readTable(file: string): Promise<string> {
  return (await readText(file)).replaceAll(/\r\n?/g, '\n');
}

function formatOf(text: string) {
  const [headings = ''] = text.split('\n');
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (a, b) => headings.split(b).length - headings.split(a).length,
  );
  return { columns: true as const, bom: true, skip_empty_lines: true, trim: true, delimiter };
}
