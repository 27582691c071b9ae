import type { Account } from './accounts.ts';
import { freshId, type Mastodon, mastodonError, validationFailed } from './context.ts';
import { followersNow } from './followers.ts';
import { attachable } from './media.ts';
import { insertPoll, readPoll } from './polls.ts';
import { statusLength } from './status-text.ts';
import { findReaderStatus } from './reader-statuses.ts';
import { findStatus, type Status } from './statuses.ts';

/** What a client says about a new status; unknown fields are kept for scheduled ones. */
export type StatusFields = Readonly<Record<string, unknown>>;

const visibilities = new Set(['public', 'unlisted', 'private', 'direct']);

/** Makes a status visible; `at` is when it claims to have been, in milliseconds since the epoch. */
export function publish(
  mastodon: Mastodon,
  account: Account,
  fields: StatusFields,
  at: number,
): Status {
  checkStatus(mastodon, account, fields);
  const { database } = mastodon;
  const text = textOf(fields, 'status');
  const media = idsOf(fields);
  const poll = readPoll(mastodon, fields['poll']);
  const id = freshId(mastodon, 'status', `${account.id} ${JSON.stringify(fields)}`);
  database.run(
    `INSERT INTO status (id, account, text, spoiler_text, visibility, sensitive, language, in_reply_to,
       quoted, media, followers, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    account.id,
    text,
    textOf(fields, 'spoiler_text'),
    visibilityOf(fields),
    isYes(fields['sensitive']) || textOf(fields, 'spoiler_text') !== '' ? 1 : 0,
    textOf(fields, 'language') || null,
    textOf(fields, 'in_reply_to_id') || null,
    textOf(fields, 'quoted_status_id') || null,
    JSON.stringify(media),
    followersNow(mastodon, account),
    at,
  );
  if (poll) insertPoll(mastodon, id, poll, at);
  for (const each of media) database.run('UPDATE media SET status = ? WHERE id = ?', id, each);
  const status = findStatus(mastodon, id);
  if (!status) throw mastodonError(500, 'Internal server error');
  return status;
}

/** Refuses a status that Mastodon would refuse. */
export function checkStatus(mastodon: Mastodon, account: Account, fields: StatusFields): void {
  const media = idsOf(fields);
  const poll = readPoll(mastodon, fields['poll']);
  if (poll && media.length > 0) {
    throw validationFailed(
      `Cannot attach more than ${mastodon.settings.maxMediaAttachments} files`,
    );
  }
  attachable(mastodon, account.id, media);
  checkText(mastodon, fields, media.length > 0 || poll !== undefined);
  if (!visibilities.has(visibilityOf(fields))) {
    throw validationFailed('Visibility is not included in the list');
  }
  const parent = textOf(fields, 'in_reply_to_id');
  if (parent && !findStatus(mastodon, parent) && !findReaderStatus(mastodon, parent)) {
    throw mastodonError(404, 'The post you are trying to reply to does not appear to exist.');
  }
}

/** Refuses a text that is missing or too long. */
export function checkText({ settings }: Mastodon, fields: StatusFields, hasMore: boolean): void {
  const text = textOf(fields, 'status');
  if (text.trim() === '' && !hasMore) throw validationFailed("Text can't be blank");
  const whole = `${textOf(fields, 'spoiler_text')}${text}`;
  if (statusLength(whole, settings.charactersReservedPerUrl) > settings.maxCharacters) {
    throw validationFailed(`Text character limit of ${settings.maxCharacters} exceeded`);
  }
}

/** The uploads that a client wants attached. */
export function idsOf(fields: StatusFields): string[] {
  const ids = fields['media_ids'];
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** A field as text; empty when it is missing. */
export function textOf(fields: StatusFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function visibilityOf(fields: StatusFields): string {
  return textOf(fields, 'visibility') || 'public';
}

/** Whether a field says yes, in JSON or in a form. */
function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}
