import { isRecord } from '../http/body-fields.ts';
import type { Account } from './accounts.ts';
import { freshId, invalid, refuse, type X } from './context.ts';
import { checkAttachable } from './media.ts';
import { roughWeight } from './post-text.ts';
import { followersNow, findPost, type Post } from './posts.ts';
import { findReaderPost } from './reader-posts.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Makes a post visible, or refuses it as X would. */
export function publish(x: X, account: Account, fields: Fields): Post {
  const text = typeof fields['text'] === 'string' ? fields['text'] : '';
  const media = strings(part(fields, 'media')['media_ids']);
  const poll = 'poll' in fields ? pollOf(part(fields, 'poll')) : null;
  const quoted = textOr(fields['quote_tweet_id']);
  const inReplyTo = textOr(part(fields, 'reply')['in_reply_to_tweet_id']);
  const edited = editable(x, account, textOr(part(fields, 'edit_options')['previous_post_id']));
  if (text.trim() === '' && media.length === 0) throw invalid('A post needs text or media.');
  if ([media.length > 0, poll !== null, quoted !== null].filter(Boolean).length > 1) {
    throw invalid('media, poll and quote_tweet_id exclude each other.');
  }
  if (roughWeight(text) > x.settings.maxTextWeight) throw invalid('The text is too long.');
  checkAttachable(x, account.id, media);
  for (const id of [inReplyTo, quoted]) {
    if (id === null || findPost(x, id) || findReaderPost(x, id)) continue;
    throw refuse(403, 'You attempted to reply to a Tweet that is deleted or not visible to you.');
  }
  if (text !== '' && saidBefore(x, account, text)) {
    throw refuse(403, 'You are not allowed to create a Tweet with duplicate content.');
  }
  if (edited) x.database.run('UPDATE post SET removed_at = ? WHERE id = ?', x.clock.now(), edited);
  const id = freshId(x, 'post', `${account.id} ${JSON.stringify(fields)}`);
  const followers = followersNow(x, account);
  const publishedAt = x.clock.now();
  x.database.run(
    `INSERT INTO post (id, account, text, in_reply_to, quoted, media, poll, followers, published_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    account.id,
    text,
    inReplyTo,
    quoted,
    JSON.stringify(media),
    poll && JSON.stringify(poll),
    followers,
    publishedAt,
  );
  return { id, account: account.id, text, inReplyTo, quoted, media, poll, followers, publishedAt };
}

const editSeconds = 3600;

/** The id of a post that its author may write anew; nothing where nobody asks for it. */
function editable(x: X, { id, username }: Account, edited: string | null): string | undefined {
  if (edited === null) return undefined;
  const post = findPost(x, edited);
  const age = x.clock.now() - (post?.publishedAt ?? 0);
  const mine = post?.account === id && x.settings.premium.includes(username);
  if (mine && age < editSeconds * 1000) return edited;
  throw refuse(403, 'You are not permitted to edit this post.', 'not-authorized-for-resource');
}

function saidBefore({ database, clock, settings }: X, { id }: Account, text: string): boolean {
  const since = clock.now() - settings.duplicateSeconds * 1000;
  return (
    database.one(
      `SELECT 1 FROM post WHERE account = ? AND text = ? AND published_at > ? AND removed_at IS NULL`,
      id,
      text,
      since,
    ) !== undefined
  );
}

function pollOf(poll: Fields): readonly string[] {
  const options = strings(poll['options']);
  const minutes = Number(poll['duration_minutes']);
  if (options.length < 2 || options.length > 4) throw invalid('A poll has 2 to 4 options.');
  if (options.some((option) => option === '' || option.length > 25)) {
    throw invalid('An option of a poll has 1 to 25 characters.');
  }
  if (!(minutes >= 5 && minutes <= 10_080)) throw invalid('A poll lasts 5 to 10080 minutes.');
  return options;
}

function part(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isRecord(value) ? value : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
