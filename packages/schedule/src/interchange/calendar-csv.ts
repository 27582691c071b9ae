import {
  accountKey,
  type Calendar,
  Draft,
  type Finding,
  type Json,
  type Publication,
  WallTime,
  type Zone,
} from '@affiche/core';
import type { Idea } from '../calendar-input.ts';
import { readCsv, writeCsv, type CsvRow } from './csv.ts';

const columns = [
  'id',
  'date',
  'time',
  'zone',
  'platform',
  'account',
  'pillar',
  'campaign',
  'language',
  'text',
  'link',
] as const;

/**
 * Writes a calendar as a table for a spreadsheet: a row per publication, in order of time. Options of
 * single networks have columns of their own, such as `reddit.title`.
 *
 * ```ts
 * import { toCsv } from '@affiche/schedule/interchange';
 *
 * const empty = { start: '2027-01-04T00:00:00Z', end: '2027-01-11T00:00:00Z', publications: [] };
 * toCsv({ ...empty, unplaced: [], findings: [] }).trim();
 * // => 'id,date,time,zone,platform,account,pillar,campaign,language,text,link'
 * ```
 */
export function toCsv({ publications }: Calendar): string {
  const rows = publications.map(({ id, draft, account, at, options }: Publication) => ({
    id,
    date: at.date,
    time: at.time,
    zone: at.zone,
    platform: account.platform,
    account: accountKey(account),
    pillar: draft.pillar ?? '',
    campaign: draft.campaign ?? '',
    language: draft.language ?? '',
    text: draft.items.map(({ text }) => text).join('\n\n'),
    link: draft.items.find((item) => item.link)?.link?.url ?? '',
    ...Object.fromEntries(optionCells(account.platform, options)),
  }));
  return writeCsv([...new Set([...columns, ...rows.flatMap(Object.keys)])], rows);
}

/** What has parts has a column for each; several values stand in one cell, with `|` between. */
function optionCells(name: string, value: Json): [string, string][] {
  if (Array.isArray(value)) {
    const isPlain = value.every((each) => typeof each !== 'object');
    return [[name, isPlain ? value.join('|') : JSON.stringify(value)]];
  }
  if (typeof value !== 'object' || value === null) return [[name, String(value ?? '')]];
  return Object.entries(value).flatMap(([part, inner]) => optionCells(`${name}.${part}`, inner));
}

/** Ideas read from a table, and what could not be read. */
export interface IdeasFromCsv {
  readonly ideas: readonly Idea[];
  readonly findings: readonly Finding[];
}

/**
 * Reads ideas from a table. Columns, all but `text` optional: `id`, `text`, `platforms` (with spaces
 * or semicolons between), `pillar`, `campaign`, `audience`, `language`, `link`, `value`, `notBefore`,
 * `deadline` and `pinnedAt` (`2027-01-04 12:30`, on the walls of `zone`). A row that cannot be read
 * is a finding, never a guess.
 *
 * ```ts
 * import { ideasFromCsv } from '@affiche/schedule/interchange';
 *
 * const { ideas } = ideasFromCsv('text,deadline\nGalette!,2027-01-06 09:00', { zone: 'UTC' });
 * ideas[0]?.deadline?.time; // => '09:00'
 * ```
 */
export function ideasFromCsv(text: string, { zone }: { readonly zone: Zone }): IdeasFromCsv {
  const ideas: Idea[] = [];
  const findings: Finding[] = [];
  readCsv(text).forEach((row, index) => {
    const problem = (column: string, message: string, fix: string) =>
      findings.push({
        rule: `schedule/ideas/${column.toLowerCase()}`,
        severity: 'error',
        path: [index, column],
        message: `Row ${index + 2}: ${message}`,
        ...(row[column] && { measured: row[column] }),
        fix,
      });
    const content = row['text'] ?? '';
    if (content.trim() === '') {
      problem('text', 'the idea has no text.', 'Write what the post should say.');
      return;
    }
    const value = row['value'] ? Number(row['value']) : 1;
    if (!(value > 0 && value < Infinity)) {
      problem('value', 'the value is not a positive number.', 'Write 1, or leave it empty.');
      return;
    }
    const draft = draftFrom(row, content, index);
    if (!draft.success) {
      problem('link', 'the link is not a web address.', 'Write it like https://example.org/page.');
      return;
    }
    const times = ['notBefore', 'deadline', 'pinnedAt'].flatMap((column) => {
      const written = row[column]?.trim();
      if (!written) return [];
      const [date, time = '00:00'] = written.split(/[ T]/);
      const wall = WallTime.safeParse({ date, time, zone });
      if (wall.success) return [[column, wall.data]] as const;
      problem(column, 'the time cannot be read.', 'Write it like 2027-01-04 12:30.');
      return [];
    });
    const platforms = row['platforms']?.split(/[\s;,]+/).filter(Boolean) ?? [];
    ideas.push({
      draft: draft.data,
      value,
      ...(platforms.length > 0 && { platforms }),
      ...Object.fromEntries(times),
    });
  });
  return { ideas, findings };
}

function draftFrom(row: CsvRow, text: string, index: number) {
  const filled = (column: string) => row[column]?.trim() || undefined;
  const link = filled('link');
  return Draft.safeParse({
    id: filled('id') ?? `row-${index + 2}`,
    items: [{ text, ...(link && { link: { url: link } }) }],
    pillar: filled('pillar'),
    campaign: filled('campaign'),
    audience: filled('audience'),
    language: filled('language'),
  });
}
