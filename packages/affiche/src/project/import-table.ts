import { formatFinding, resolveWallTime, WallTime, wallTimeAt, type Zone } from '@affiche/core';
import { readIdea } from './idea.ts';
import { ideaColumns } from './idea-columns.ts';
import type { Project } from './project.ts';
import { readCsv, type Row } from './table.ts';

/** Rows for a table of ideas, and what is wrong with them. */
export interface ImportedRows {
  readonly rows: readonly Readonly<Record<string, string | number | undefined>>[];
  readonly columns: readonly string[];
  readonly problems: readonly string[];
}

// What the table of a calendar has in the place of what ideas have.
const replaced: ReadonlySet<string> = new Set([
  'date',
  'time',
  'zone',
  'platform',
  'platforms',
  'account',
]);

/** Reads a table of ideas, or of a calendar that was exported. It keeps every column that it does not know. */
export async function importTable(
  file: string,
  { config, strategy }: Project,
): Promise<ImportedRows> {
  const rows = (await readCsv(file)).map((row, index) => ideaRow(row, index, strategy.zone));
  const context = { images: '', zone: strategy.zone, platforms: config.platforms };
  const problems: string[] = [];
  for (const [index, { image: _image, alt: _alt, ...fields }] of rows.entries()) {
    const read = await readIdea(fields, context);
    const findings = 'findings' in read ? read.findings : [];
    problems.push(...findings.map((each) => `Row ${index + 2}, ${formatFinding(each)}`));
  }
  const own = rows.flatMap((row) => Object.keys(row));
  return { rows, columns: [...new Set([...ideaColumns, ...own])], problems };
}

function ideaRow(row: Row, index: number, zone: Zone): Row {
  const { platform, platforms = platform ?? '' } = row;
  const kept = Object.entries(row).filter(([column]) => !replaced.has(column));
  return {
    networks: platforms,
    pinnedAt: moment(row, zone),
    ...Object.fromEntries(kept),
    id: row['id'] || `row-${index + 2}`,
  };
}

/** When a publication goes out, on the walls of the project: a table of ideas names no zones. */
function moment({ date = '', time = '', zone: written = '' }: Row, zone: Zone): string {
  const there = WallTime.safeParse({ date, time, zone: written || zone });
  if (!there.success) return `${date} ${time}`.trim();
  const here = written === zone ? there.data : wallTimeAt(resolveWallTime(there.data), zone);
  return `${here.date} ${here.time}`;
}
