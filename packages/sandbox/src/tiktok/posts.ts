import { createHash } from 'node:crypto';
import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import { isRecord } from '../http/body-fields.ts';
import type { TikTok } from './context.ts';

/** A post as the server keeps it, from its first announcement. Times are milliseconds since the epoch. */
export interface Post {
  readonly publishId: string;
  readonly account: string;
  readonly inbox: boolean;
  /** As its maker said it. */
  readonly info: Readonly<Record<string, unknown>>;
  readonly pulled: boolean;
  readonly size: number;
  readonly chunk: number;
  readonly chunks: number;
  /** How many bytes are there. */
  readonly received: number;
  /** What becomes of it, where that is not good. */
  readonly trouble: string | null;
  readonly begunAt: number;
  /** When it is out; `null` until everything is there. */
  readonly readyAt: number | null;
  /** How many followed its creator then. */
  readonly followers: number;
}

/** The post with this number if it is the creator's. */
export function findPost({ database }: TikTok, publishId: string): Post | undefined {
  const row = database.one('SELECT * FROM post WHERE publish_id = ?', publishId);
  return row && postFrom(row);
}

/** What a creator has begun since a moment, oldest first. */
export function begunSince({ database }: TikTok, account: string, since: number): Post[] {
  return database
    .all('SELECT * FROM post WHERE account = ? AND begun_at > ? ORDER BY rowid', account, since)
    .map(postFrom);
}

/** The posts of a creator that are out, for whomever, oldest first. */
export function publishedOf(tiktok: TikTok, account: string): Post[] {
  return begunSince(tiktok, account, 0).filter(
    (post) => !post.inbox && statusOf(tiktok, post) === 'PUBLISH_COMPLETE',
  );
}

/** Where a post stands, in TikTok's words. */
export function statusOf({ clock }: TikTok, { trouble, readyAt, pulled, inbox }: Post): string {
  const working = pulled ? 'PROCESSING_DOWNLOAD' : 'PROCESSING_UPLOAD';
  if (readyAt === null) return working;
  if (trouble === 'media-failed') return 'FAILED';
  if (readyAt > clock.now() || trouble === 'media-stuck') return working;
  return inbox ? 'SEND_TO_USER_INBOX' : 'PUBLISH_COMPLETE';
}

/** The number under which the world finds a post, once TikTok has looked at it. */
export function publicNumber(tiktok: TikTok, post: Post): string | undefined {
  const { clock, settings } = tiktok;
  const isOut = statusOf(tiktok, post) === 'PUBLISH_COMPLETE';
  if (!isOut || post.info['privacy_level'] !== 'PUBLIC_TO_EVERYONE') return undefined;
  if (clock.now() < (post.readyAt ?? 0) + settings.moderationSeconds * 1000) return undefined;
  return numberOf(post);
}

/** The number of a post, whether anybody may know it or not. */
export function numberOf({ publishId }: Post): string {
  const hash = createHash('sha256').update(publishId).digest().readUIntBE(0, 6);
  return `7299${String(hash).padStart(15, '0')}`;
}

/** The words of a post. */
export function textOf({ info }: Post): string {
  const words = info['description'] ?? info['title'];
  return typeof words === 'string' ? words : '';
}

/** A post as its simulated viewers meet it. */
export function audiencePost(post: Post): AudiencePost {
  const { publishId: id, readyAt, begunAt, followers } = post;
  return { id, publishedAt: readyAt ?? begunAt, followers, without: ['vote', 'quote'] };
}

function postFrom(row: Row): Post {
  const info: unknown = JSON.parse(String(row['info']));
  return {
    publishId: String(row['publish_id']),
    account: String(row['account']),
    inbox: row['inbox'] === 1,
    info: isRecord(info) ? info : {},
    pulled: row['pulled'] === 1,
    size: Number(row['size']),
    chunk: Number(row['chunk']),
    chunks: Number(row['chunks']),
    received: Number(row['received']),
    trouble: row['trouble'] === null ? null : String(row['trouble']),
    begunAt: Number(row['begun_at']),
    readyAt: row['ready_at'] === null ? null : Number(row['ready_at']),
    followers: Number(row['followers']),
  };
}
