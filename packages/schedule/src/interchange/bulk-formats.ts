import type { Confidence, Source } from '@affiche/core';

/** What a column of a scheduling tool's table holds; `other` is left empty. */
export type BulkField =
  | 'at'
  | 'text'
  | 'link'
  | 'media'
  | 'platform'
  | 'account'
  | 'comment'
  | 'title'
  | 'tags'
  | 'other';

/** How a scheduling tool wants a table of posts. */
export interface BulkCsvFormat {
  /** The name people know. */
  readonly name: string;
  /** Whether the first line names the columns. */
  readonly heading: boolean;
  readonly columns: readonly { readonly name: string; readonly field: BulkField }[];
  /** How a moment is written; `offset` and `utc` name an instant, the others a time on the wall. */
  readonly time: 'month-first' | 'minutes' | 'slashes' | 'seconds' | 'utc' | 'offset';
  /** The most rows of one table, where that is known. */
  readonly rows?: number;
  /** Whether the minutes of a time end in 0 or 5, and a text may stand there once. */
  readonly picky?: boolean;
  readonly confidence: Confidence;
  readonly source: Source;
}

function columns(text: string): BulkCsvFormat['columns'] {
  return text.split(' ').map((each) => {
    const [name = '', field = 'other'] = each.split(':');
    return { name: name.replaceAll('_', ' '), field: field as BulkField };
  });
}

const on = (url: string): Source => ({ url, verifiedAt: '2026-11-21' });

/**
 * The tables that scheduling tools read. Where the tool itself does not describe its table, the
 * confidence says so: try such a file with one row first.
 */
export const bulkCsvFormats = {
  hootsuite: {
    name: 'Hootsuite',
    heading: false,
    columns: columns('date:at message:text link:link'),
    time: 'month-first',
    rows: 350,
    picky: true,
    confidence: 'third-party',
    source: on('https://help.hootsuite.com/'),
  },
  buffer: {
    name: 'Buffer',
    heading: true,
    columns: columns('Text:text Image_URL:media Tags:tags Posting_Time:at'),
    time: 'minutes',
    rows: 100,
    confidence: 'unverified',
    source: on('https://support.buffer.com/'),
  },
  publer: {
    name: 'Publer',
    heading: true,
    columns: columns('Date:at Message:text Link:link Media_URL(s):media Title:title Label(s):tags'),
    time: 'slashes',
    confidence: 'unverified',
    source: on('https://publer.com/help/'),
  },
  ayrshare: {
    name: 'Ayrshare',
    heading: true,
    columns: columns('post:text platforms:platform mediaUrls:media scheduleDate:at'),
    time: 'utc',
    confidence: 'official',
    source: on('https://www.ayrshare.com/docs/'),
  },
  highlevel: {
    name: 'HighLevel',
    heading: true,
    columns: columns(
      'postAtSpecificTime:at content:text link_(OGmetaURL):link imageUrls:media gifUrl videoUrls',
    ),
    time: 'seconds',
    rows: 90,
    confidence: 'official',
    source: on('https://help.gohighlevel.com/'),
  },
  postfast: {
    name: 'PostFast',
    heading: true,
    columns: columns(
      'scheduled_at:at account_id:account content:text media_urls:media first_comment:comment',
    ).map(({ name, field }) => ({ name: name.replaceAll(' ', '_'), field })),
    time: 'offset',
    rows: 200,
    confidence: 'official',
    source: on('https://postfa.st/help'),
  },
  magicsync: {
    name: 'MagicSync',
    heading: true,
    columns: columns('content:text image_url:media scheduled_time:at comments:comment').map(
      ({ name, field }) => ({ name: name.replaceAll(' ', '_'), field }),
    ),
    time: 'offset',
    confidence: 'official',
    source: on('https://magicsync.dev/docs'),
  },
} as const satisfies Readonly<Record<string, BulkCsvFormat>>;

/** A scheduling tool whose table can be written and read. */
export type BulkCsvTool = keyof typeof bulkCsvFormats;
