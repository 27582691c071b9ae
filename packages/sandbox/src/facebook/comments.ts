import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import type { Row } from '../database.ts';
import { freshId, graphMoment, hash } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import { allPages, findPage } from './pages.ts';
import { audiencePost, type Post, visiblePosts } from './posts.ts';

/** A comment of a page, as the server keeps it. */
export interface Comment {
  readonly id: string;
  readonly page: string;
  /** The post or the comment under which it stands. */
  readonly object: string;
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** Keeps a comment; gives back its number. */
export function insertComment(
  facebook: Facebook,
  { page, object, message }: Pick<Comment, 'page' | 'object' | 'message'>,
): string {
  const { database, clock } = facebook;
  const post = object.split('_').at(-1) ?? object;
  const order = Number(database.one('SELECT count(*) AS number FROM comment')?.['number']);
  const id = `${post}_${freshId(facebook, 'comment', `${object} ${order} ${message}`)}`;
  database.run(
    'INSERT INTO comment (id, page, object, message, made_at) VALUES (?, ?, ?, ?, ?)',
    id,
    page,
    object,
    message,
    clock.now(),
  );
  return id;
}

/** A comment of a page that is still there. */
export function findComment({ database }: Facebook, id: string): Comment | undefined {
  const row = database.one('SELECT * FROM comment WHERE id = ? AND removed_at IS NULL', id);
  return row && commentFrom(row);
}

/** The comments of pages under a post or a comment, oldest first. */
export function commentsOf({ database }: Facebook, object: string): Comment[] {
  return database
    .all(
      'SELECT * FROM comment WHERE object = ? AND removed_at IS NULL ORDER BY made_at, rowid',
      object,
    )
    .map(commentFrom);
}

/** The comments of a page, wherever they stand, oldest first. */
export function commentsBy({ database }: Facebook, page: string): Comment[] {
  return database
    .all(
      'SELECT * FROM comment WHERE page = ? AND removed_at IS NULL ORDER BY made_at, rowid',
      page,
    )
    .map(commentFrom);
}

/** A comment of a page as the API shows it. */
export function commentView(facebook: Facebook, { id, page, object, message, madeAt }: Comment) {
  return {
    id,
    message,
    from: { id: page, name: findPage(facebook, page)?.name ?? '' },
    created_time: graphMoment(madeAt),
    is_hidden: false,
    can_hide: false,
    ...(findReaderComment(facebook, object) && { parent: { id: object } }),
  };
}

/** Everything that simulated readers have said under a post so far, as the API shows it. */
export function readerCommentsOn(facebook: Facebook, post: Post) {
  return repliesIn(facebook, post).flatMap((action) => {
    const id = idOf(post, action);
    const verdict = facebook.database.one('SELECT * FROM moderated WHERE comment = ?', id);
    if (verdict?.['verdict'] === 'deleted') return [];
    const { name } = readerOf(action.reader);
    return [
      {
        id,
        message: phraseOf(action.choice, undefined),
        from: { id: `24${String(action.reader).padStart(15, '0')}`, name },
        created_time: graphMoment(action.at),
        is_hidden: verdict?.['verdict'] === 'hidden',
        can_hide: true,
      },
    ];
  });
}

/** Finds what a simulated reader wrote; nothing is stored of it, so everything is looked through. */
export function findReaderComment(facebook: Facebook, id: string) {
  for (const { id: page } of allPages(facebook)) {
    for (const post of visiblePosts(facebook, page)) {
      if (!id.startsWith(`${post.id.split('_')[1]}_`)) continue;
      const found = readerCommentsOn(facebook, post).find((each) => each.id === id);
      if (found) return { page, ...found };
    }
  }
  return undefined;
}

function repliesIn({ audience, clock }: Facebook, post: Post): AudienceAction[] {
  return audience.actions(audiencePost(post), clock.now()).filter(({ kind }) => kind === 'reply');
}

function idOf({ id }: Post, { at, reader, choice }: AudienceAction): string {
  const number = hash(`${id} ${at} ${reader} ${choice}`).readUIntBE(0, 6);
  return `${id.split('_')[1]}_18${String(number).padStart(15, '0')}`;
}

function commentFrom(row: Row): Comment {
  return {
    id: String(row['id']),
    page: String(row['page']),
    object: String(row['object']),
    message: String(row['message']),
    madeAt: Number(row['made_at']),
  };
}
