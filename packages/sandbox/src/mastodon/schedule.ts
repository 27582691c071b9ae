import type { Row } from '../database.ts';
import { type Account, findAccount } from './accounts.ts';
import { freshId, type Mastodon, recordNotFound, validationFailed } from './context.ts';
import { checkStatus, idsOf, publish, type StatusFields, textOf } from './posting.ts';
import { mediaOf } from './status-views.ts';

const shortestWait = 300_000;

/** A status that waits. */
export interface Scheduled {
  readonly id: string;
  readonly account: string;
  /** Milliseconds since the epoch. */
  readonly scheduledAt: number;
  readonly fields: StatusFields;
}

/** Reads the moment that a client wants; refuses one that is too soon. */
export function readScheduledAt({ clock }: Mastodon, fields: StatusFields): number | undefined {
  const text = textOf(fields, 'scheduled_at');
  const at = Date.parse(text);
  // A moment that has passed means now, as it does on the real server.
  if (text === '' || Number.isNaN(at) || at <= clock.now()) return undefined;
  if (at < clock.now() + shortestWait) {
    throw validationFailed('Scheduled at The scheduled date must be in the future');
  }
  return at;
}

/** Lets a status wait. */
export function schedule(
  mastodon: Mastodon,
  account: Account,
  fields: StatusFields,
  at: number,
): Scheduled {
  checkStatus(mastodon, account, fields);
  const id = freshId(mastodon, 'scheduled_status', JSON.stringify(fields));
  mastodon.database.run(
    'INSERT INTO scheduled_status (id, account, scheduled_at, fields) VALUES (?, ?, ?, ?)',
    id,
    account.id,
    at,
    JSON.stringify(fields),
  );
  return { id, account: account.id, scheduledAt: at, fields };
}

/** Publishes everything whose time has come, each at its own moment. */
export function publishDue(mastodon: Mastodon): void {
  const { database, clock } = mastodon;
  const due = database.all(
    'SELECT * FROM scheduled_status WHERE scheduled_at <= ? ORDER BY scheduled_at, id',
    clock.now(),
  );
  for (const { id, account: owner, scheduledAt, fields } of due.map(scheduledFrom)) {
    const account = findAccount(mastodon, owner);
    database.run('DELETE FROM scheduled_status WHERE id = ?', id);
    if (account) publish(mastodon, account, fields, scheduledAt);
  }
}

/** The waiting statuses of an account, soonest first. */
export function scheduledOf({ database }: Mastodon, account: string): Scheduled[] {
  return database
    .all('SELECT * FROM scheduled_status WHERE account = ? ORDER BY scheduled_at, id', account)
    .map(scheduledFrom);
}

/** The waiting status with this id if it is the account's; refuses otherwise. */
export function requireScheduled(mastodon: Mastodon, id: string, account: string): Scheduled {
  const scheduled = scheduledOf(mastodon, account).find((each) => each.id === id);
  if (!scheduled) throw recordNotFound();
  return scheduled;
}

/**
 * A waiting status as the API shows it.
 *
 * @see {@link https://docs.joinmastodon.org/entities/ScheduledStatus/ | Mastodon: scheduled status}
 */
export function scheduledView(mastodon: Mastodon, { id, scheduledAt, fields }: Scheduled) {
  const text = (name: string) => textOf(fields, name) || null;
  const mediaIds = idsOf(fields);
  return {
    id,
    scheduled_at: new Date(scheduledAt).toISOString(),
    params: {
      text: textOf(fields, 'status'),
      media_ids: mediaIds.length > 0 ? mediaIds : null,
      sensitive: fields['sensitive'] ?? null,
      spoiler_text: text('spoiler_text'),
      visibility: textOf(fields, 'visibility') || 'public',
      language: text('language'),
      scheduled_at: null,
      idempotency: null,
      application_id: 1,
      in_reply_to_id: text('in_reply_to_id'),
      poll: fields['poll'] ?? null,
      with_rate_limit: false,
    },
    media_attachments: mediaOf(mastodon, { media: mediaIds }),
  };
}

function scheduledFrom(row: Row): Scheduled {
  return {
    id: String(row['id']),
    account: String(row['account']),
    scheduledAt: Number(row['scheduled_at']),
    fields: JSON.parse(String(row['fields'])) as StatusFields,
  };
}
