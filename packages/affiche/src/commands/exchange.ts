import { resolve } from 'node:path';
import {
  ConfigurationError,
  formatFinding,
  hasErrors,
  resolveWallTime,
  type WallTime,
  wallTimeAt,
  type Zone,
} from '@affiche/core';
import {
  bulkCsvFormats,
  type BulkCsvTool,
  fromICalendar,
  ideasFromBulkCsv,
  toBulkCsv,
  toCsv,
  toICalendar,
} from '@affiche/schedule/interchange';
import type { Idea } from '@affiche/schedule';
import { stringify } from 'csv-stringify/sync';
import { exists, readBytes, replaceFile } from '../project/files.ts';
import { readCalendar } from '../project/memory.ts';
import { ideaColumns } from '../project/idea-columns.ts';
import { importTable, type ImportedRows } from '../project/import-table.ts';
import { openProject, type Project } from '../project/project.ts';
import type { ProjectFlags, Setting } from './command.ts';

/** The table of a scheduling tool, where one is named. */
type ExchangeFlags = ProjectFlags & { readonly format?: string };

/**
 * Writes the approved calendar for other programs: `.ics` for calendars, `.csv` for spreadsheets and,
 * with `--format`, for scheduling tools.
 */
export async function exportCalendar(
  file: string,
  flags: ExchangeFlags,
  { terminal }: Setting,
): Promise<number> {
  const { project: folder, rehearse = false, today } = flags;
  const project = await openProject({ folder, rehearse, today });
  const calendar = await readCalendar(project);
  if (!calendar) {
    throw new ConfigurationError('no-calendar', {
      message: 'No calendar was approved yet',
      hint: 'Make one with "affiche plan" and approve it with "affiche apply".',
    });
  }
  const tool = toolOf(flags.format);
  const { text, findings } =
    tool === undefined
      ? { text: formatOf(file) === 'ics' ? toICalendar(calendar) : toCsv(calendar), findings: [] }
      : toBulkCsv(calendar, { format: tool });
  for (const finding of findings) terminal.note(formatFinding(finding));
  await replaceFile(resolve(file), text);
  terminal.say(`Wrote ${calendar.publications.length} posts to ${file}`);
  return hasErrors(findings) ? 1 : 0;
}

/** Turns a table or a calendar of another program into ideas of this project, in a new file. */
export async function importIdeas(
  file: string,
  flags: ExchangeFlags & { readonly output?: string },
  { terminal }: Setting,
): Promise<number> {
  const { project: folder, rehearse = false, today } = flags;
  const project = await openProject({ folder, rehearse, today });
  const target = resolve(project.folder, flags.output ?? 'ideas.csv');
  if (await exists(target)) {
    throw new ConfigurationError('file-exists', {
      message: `${target} is there already`,
      hint: 'Name another file with --output; nothing is written over.',
    });
  }
  const { rows, columns, problems } = await readIdeas(file, project, toolOf(flags.format));
  for (const problem of problems) terminal.note(problem);
  await replaceFile(target, stringify([...rows], { header: true, columns: [...columns] }));
  terminal.say(`Wrote ${rows.length} ideas to ${target}`);
  return problems.length > 0 ? 1 : 0;
}

async function readIdeas(
  file: string,
  project: Project,
  tool: BulkCsvTool | undefined,
): Promise<ImportedRows> {
  const { zone, period } = project.strategy;
  if (tool === undefined && formatOf(file) === 'csv') return importTable(resolve(file), project);
  // Bytes, for other programs write other encodings too.
  const bytes = await readBytes(resolve(file));
  if (tool !== undefined) {
    const { ideas, findings } = ideasFromBulkCsv(bytes, { format: tool, zone });
    const rows = ideas.map((idea) => rowOf(idea, zone));
    return { rows, columns: ideaColumns, problems: findings.map(formatFinding) };
  }
  const { events, findings } = fromICalendar(bytes, { zone, ...period });
  const timed = events.flatMap((event) => ('at' in event ? [event] : []));
  const days = events.length - timed.length;
  const problems = findings.map(formatFinding);
  if (days > 0) {
    problems.push(`${days} events last whole days: write them into the strategy as blackouts.`);
  }
  return {
    rows: timed.map(({ id, title, description, at }) => ({
      id,
      text: description || title,
      pinnedAt: moment(at, zone),
    })),
    columns: ideaColumns,
    problems,
  };
}

function rowOf({ draft, platforms, value, notBefore, deadline, pinnedAt }: Idea, zone: Zone) {
  const { id, pillar, campaign, audience, language, items } = draft;
  return {
    id,
    pillar,
    campaign,
    audience,
    language,
    networks: platforms?.join(' '),
    text: items.map(({ text }) => text).join('\n---\n'),
    link: items[0]?.link?.url,
    value: value === 1 ? undefined : value,
    notBefore: moment(notBefore, zone),
    deadline: moment(deadline, zone),
    pinnedAt: moment(pinnedAt, zone),
  };
}

/** A time on the walls of the project: its table names no zones. */
function moment(wall: WallTime | undefined, zone: Zone): string | undefined {
  if (!wall) return undefined;
  const { date, time } = wall.zone === zone ? wall : wallTimeAt(resolveWallTime(wall), zone);
  return `${date} ${time}`;
}

function formatOf(file: string): 'csv' | 'ics' {
  if (file.endsWith('.csv')) return 'csv';
  if (file.endsWith('.ics')) return 'ics';
  throw new ConfigurationError('unknown-format', {
    message: `The name ${file} tells no format`,
    hint: 'Use a name that ends with .csv or .ics.',
  });
}

function toolOf(name: string | undefined): BulkCsvTool | undefined {
  if (name === undefined) return undefined;
  const tools = Object.keys(bulkCsvFormats) as BulkCsvTool[];
  const tool = tools.find((each) => each === name.toLowerCase());
  if (tool) return tool;
  throw new ConfigurationError('unknown-format', {
    message: `No scheduling tool called "${name}" is known`,
    hint: `Choose among ${tools.join(', ')}.`,
  });
}
