import { accountKey, type Calendar, type Finding, type Publication } from '@affiche/core';
import {
  bulkCsvFormats,
  type BulkCsvFormat,
  type BulkCsvTool,
  type BulkField,
} from './bulk-formats.ts';
import { writeBulkTime } from './bulk-time.ts';
import { isFormula, writeCells } from './csv.ts';

/** A table for a scheduling tool, and what it cannot hold. */
export interface BulkCsv {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Writes a calendar as the table that a scheduling tool reads. Nothing that a spreadsheet would run
 * as a formula is left as one, and whatever the table has no place for is a finding.
 *
 * ```ts
 * import { toBulkCsv } from '@affiche/schedule/interchange';
 *
 * const empty = { start: '2027-01-04T00:00:00Z', end: '2027-01-11T00:00:00Z', publications: [] };
 * const { text } = toBulkCsv({ ...empty, unplaced: [], findings: [] }, { format: 'ayrshare' });
 * text.trim(); // => 'post,platforms,mediaUrls,scheduleDate'
 * ```
 */
export function toBulkCsv(
  { publications }: Calendar,
  { format: tool }: { readonly format: BulkCsvTool },
): BulkCsv {
  const format: BulkCsvFormat = bulkCsvFormats[tool];
  const { columns, heading } = format;
  const lines = publications.map((publication) =>
    columns.map(({ field }) => cellOf(publication, field, format)),
  );
  return {
    text: writeCells([...(heading ? [columns.map(({ name }) => name)] : []), ...lines]),
    findings: [
      ...reviewTable(publications, format),
      ...publications.flatMap((publication, index) => reviewRow(publication, index, format)),
    ],
  };
}

function cellOf(publication: Publication, field: BulkField, format: BulkCsvFormat): string {
  const { draft, account, at } = publication;
  const [first] = draft.items;
  return {
    at: writeBulkTime(at, format.time),
    text: textOf(publication, format),
    link: first?.link?.url ?? '',
    media: addressesOf(publication).join(','),
    platform: account.platform === 'x' ? 'twitter' : account.platform,
    account: account.id,
    comment: draft.items.find(({ role }) => role === 'first-comment')?.text ?? '',
    tags: draft.pillar ?? '',
    title: first?.link?.title ?? '',
    other: '',
  }[field];
}

/** The words of the first post, with its link where the table has no column for one. */
function textOf({ draft }: Publication, { columns }: BulkCsvFormat): string {
  const { text = '', link } = draft.items[0] ?? {};
  const hasColumn = columns.some(({ field }) => field === 'link');
  return link && !hasColumn && !text.includes(link.url) ? `${text}\n\n${link.url}` : text;
}

function addressesOf({ draft }: Publication): string[] {
  return (draft.items[0]?.media ?? []).flatMap(({ source }) =>
    'url' in source ? [source.url] : [],
  );
}

function reviewTable(publications: readonly Publication[], format: BulkCsvFormat): Finding[] {
  const { name, rows, confidence, source, columns } = format;
  const findings: Finding[] = [];
  if (confidence !== 'official') {
    findings.push({
      rule: 'schedule/bulk/unofficial',
      severity: 'info',
      path: [],
      message: `${name} does not describe this table itself (${confidence}).`,
      fix: 'Try it with one row first.',
      source,
    });
  }
  if (rows !== undefined && publications.length > rows) {
    findings.push({
      rule: 'schedule/bulk/rows',
      severity: 'error',
      path: [rows],
      message: `${name} takes ${rows} rows at once, and there are ${publications.length}.`,
      measured: publications.length,
      limit: rows,
      unit: 'rows',
      fix: 'Export a shorter time.',
      source,
    });
  }
  const accounts = new Set(publications.map(({ account }) => accountKey(account)));
  const named = columns.some(({ field }) => field === 'account' || field === 'platform');
  if (!named && accounts.size > 1) {
    findings.push({
      rule: 'schedule/bulk/accounts',
      severity: 'warning',
      path: [],
      message: `The table does not say which of ${accounts.size} accounts a row is for.`,
      measured: accounts.size,
      fix: 'Export each account by itself, or choose them again after the upload.',
    });
  }
  return findings;
}

function reviewRow(publication: Publication, index: number, format: BulkCsvFormat): Finding[] {
  const { draft, at } = publication;
  const has = (field: BulkField) => format.columns.some((column) => column.field === field);
  const findings: Finding[] = [];
  const tell = (rule: string, column: string, message: string, fix: string) =>
    findings.push({
      rule: `schedule/bulk/${rule}`,
      severity: 'warning',
      path: [index, column],
      message: `Row ${index + (format.heading ? 2 : 1)}: ${message}`,
      fix,
    });
  const kept = draft.items.filter(
    ({ role }, item) => item === 0 || (role === 'first-comment' && has('comment')),
  );
  const media = draft.items.flatMap((item) => item.media).length;
  if (kept.length < draft.items.length) {
    tell('thread', 'text', 'only the first post of the thread fits.', 'Add the others by hand.');
  }
  if (media > (has('media') ? addressesOf(publication).length : 0)) {
    tell('media', 'media', 'some files have no place.', 'Add them after the upload.');
  }
  if (isFormula(textOf(publication, format))) {
    tell(
      'formula',
      'text',
      'an apostrophe keeps spreadsheets from running it.',
      'Take it off after the upload.',
    );
  }
  if (format.picky === true && !/[05]$/.test(at.time.slice(0, 5))) {
    tell('minutes', 'at', 'the minutes must end in 0 or 5.', 'Move it by some minutes.');
  }
  return findings;
}
