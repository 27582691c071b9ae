import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import type { Page } from './pages.ts';
import { followersNow } from './followers.ts';
import { madeSince, type Post } from './posts.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Refuses a page that posts so fast that it is taken for spam. */
export function checkPace(facebook: Facebook, { id }: Page): void {
  const since = facebook.clock.now() - hour;
  if (madeSince(facebook, id, { kind: '%', since }) < facebook.settings.postsPerHour) return;
  const message = 'It looks like you were misusing this feature by going too fast.';
  throw graphError({ message, code: 368, subcode: 1_390_008 });
}

/** Refuses a page that has published all reels of its day. */
export function checkReels(facebook: Facebook, { id }: Page): void {
  const since = facebook.clock.now() - day;
  if (madeSince(facebook, id, { kind: 'reel', since }) < facebook.settings.reelsPerDay) return;
  throw graphError({ message: 'The page has published too many reels today.', code: 32 });
}

/** When people see what is published now: at once, or when it was asked for. */
export function shownAt({ clock }: Facebook, fields: Readonly<Record<string, string>>): number {
  const { published = 'true', video_state: state, scheduled_publish_time: at } = fields;
  const waits = published === 'false' || state === 'SCHEDULED';
  if (!waits) return clock.now();
  const moment = Number(at) * 1000;
  const ahead = moment - clock.now();
  if (!(ahead >= 10 * 60_000 && ahead <= 30 * day)) {
    throw invalidParameter('scheduled_publish_time must be 10 minutes to 30 days ahead');
  }
  return moment;
}

/** What a new post is made of. */
export type NewPost = Pick<Post, 'kind' | 'fields' | 'shownAt'> & {
  readonly trouble?: string | null;
};

/** Keeps a post; gives back its number. */
export function insertPost(
  facebook: Facebook,
  page: Page,
  { kind, fields, shownAt, trouble = null }: NewPost,
): string {
  const { database, clock } = facebook;
  // Numbers are of their own for each page: the same words a moment later are another post.
  const order = madeSince(facebook, page.id, { kind: '%', since: 0 });
  const id = `${page.id}_${freshId(facebook, 'post', `${page.id} ${order} ${JSON.stringify(fields)}`)}`;
  database.run(
    `INSERT INTO post (id, page, kind, fields, followers, made_at, shown_at, trouble)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    page.id,
    kind,
    JSON.stringify(fields),
    followersNow(facebook, page),
    clock.now(),
    shownAt,
    trouble,
  );
  return id;
}
