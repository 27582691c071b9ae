import { accountKey, type Calendar, jsonCells, type Publication } from '@affiche/core';
import { writeCells } from './csv.ts';
import { writeThread } from './csv-thread.ts';

const columns: Readonly<Record<string, (publication: Publication) => string | undefined>> = {
  id: ({ id }) => id,
  date: ({ at }) => at.date,
  time: ({ at }) => at.time,
  zone: ({ at }) => at.zone,
  platform: ({ account }) => account.platform,
  account: ({ account }) => accountKey(account),
  pillar: ({ draft }) => draft.pillar,
  campaign: ({ draft }) => draft.campaign,
  language: ({ draft }) => draft.language,
  text: ({ draft }) => writeThread(draft.items.filter(({ role }) => role !== 'first-comment')),
  link: ({ draft }) => draft.items.find((item) => item.link)?.link?.url,
  draft: ({ draft }) => draft.id,
  audience: ({ draft }) => draft.audience,
  author: ({ draft }) => draft.author,
  disclosure: ({ draft }) => draft.disclosure,
  contentWarning: ({ draft }) => draft.contentWarning,
  firstComment: ({ draft }) =>
    writeThread(draft.items.filter(({ role }) => role === 'first-comment')),
};

/**
 * Writes a calendar as a table for a spreadsheet: a row per publication, in order of time.
 * `ideasFromCsv` reads it back, times and all, so that a team can edit it there. The posts of a thread
 * are separated by a line of `---`. Options of single networks have columns of their own, such as
 * `reddit.title`. Files, polls and what is answered have no place in a table.
 *
 * ```ts
 * import { toCsv } from '@affiche/schedule/interchange';
 *
 * const empty = { start: '2027-01-04T00:00:00Z', end: '2027-01-11T00:00:00Z', publications: [] };
 * const [heading] = toCsv({ ...empty, unplaced: [], findings: [] }).split(',text,');
 * heading; // => 'id,date,time,zone,platform,account,pillar,campaign,language'
 * ```
 */
export function toCsv({ publications }: Calendar): string {
  const rows = publications.map((publication): Readonly<Record<string, string>> => {
    const own = Object.entries(columns).map(([name, cell]) => [name, cell(publication) ?? '']);
    const { account, options } = publication;
    return Object.fromEntries([...own, ...jsonCells(account.platform, options)]);
  });
  const names = [...new Set([...Object.keys(columns), ...rows.flatMap(Object.keys)])];
  return writeCells([names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]);
}
