import type { Row } from '../database.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { freshId, graphMoment, hash } from '../meta/identity.ts';
import { type Account, findAccount } from '../meta/profiles.ts';
import type { Instagram } from './context.ts';
import { allPosts, audiencePost, type Post } from './posts.ts';

/** What somebody said under a post. Times are milliseconds since the epoch. */
export interface Comment {
  readonly id: string;
  readonly post: string;
  /** The comment that it answers. */
  readonly parent: string | null;
  readonly author: { readonly id: string; readonly username: string };
  readonly text: string;
  readonly at: number;
}

/** Keeps what an account says. */
export function insertComment(
  instagram: Instagram,
  account: Account,
  { post, parent, text }: Pick<Comment, 'post' | 'parent' | 'text'>,
): string {
  const id = freshId(instagram, 'comment', `${post} ${text}`);
  instagram.database.run(
    'INSERT INTO comment (id, account, post, parent, text, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    account.id,
    post,
    parent,
    text,
    instagram.clock.now(),
  );
  return id;
}

/** Everything that was said under a post and not deleted, newest first, answers included. */
export function commentsUnder(instagram: Instagram, post: Post): Comment[] {
  const { database, audience, clock } = instagram;
  const removed = new Set(database.all('SELECT comment FROM removed').map((row) => row['comment']));
  const kept = database
    .all('SELECT rowid, * FROM comment WHERE post = ? ORDER BY created_at, rowid', post.id)
    .map((row) => commentFrom(instagram, row));
  const readers = audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => kind === 'reply' && !post.closed)
    .map(({ at, reader, choice }): Comment => {
      const number = hash(`${post.id} ${at} ${reader} ${choice}`).readUIntBE(0, 6);
      return {
        id: `18${String(number).padStart(15, '0')}`,
        post: post.id,
        parent: null,
        author: { id: `19${reader}`, username: readerOf(reader).name.replace('-', '_') },
        text: phraseOf(choice, undefined),
        at,
      };
    });
  return [...kept, ...readers]
    .filter(({ id }) => !removed.has(id))
    .toSorted((one, other) => other.at - one.at);
}

/** Finds a comment under any post; nothing is stored of readers', so everything is looked through. */
export function findComment(instagram: Instagram, id: string): Comment | undefined {
  return allPosts(instagram)
    .flatMap((post) => commentsUnder(instagram, post))
    .find((comment) => comment.id === id);
}

/** What an account said anywhere, oldest first. */
export function commentsBy(instagram: Instagram, account: string): Comment[] {
  return instagram.database
    .all(
      `SELECT * FROM comment WHERE account = ? AND id NOT IN (SELECT comment FROM removed)
       ORDER BY created_at, rowid`,
      account,
    )
    .map((row) => commentFrom(instagram, row));
}

/** A comment as the API shows it, with the answers to it. */
export function commentView(instagram: Instagram, comment: Comment, all: readonly Comment[]) {
  const answers = all.filter(({ parent }) => parent === comment.id);
  return {
    ...plainView(instagram, comment),
    ...(answers.length > 0 && {
      replies: { data: answers.map((answer) => plainView(instagram, answer)) },
    }),
  };
}

function plainView({ database }: Instagram, { id, text, author, at }: Comment) {
  const hidden = database.one('SELECT 1 FROM hidden WHERE comment = ?', id) !== undefined;
  return { id, text, username: author.username, from: author, timestamp: graphMoment(at), hidden };
}

function commentFrom(instagram: Instagram, row: Row): Comment {
  const account = String(row['account']);
  return {
    id: String(row['id']),
    post: String(row['post']),
    parent: row['parent'] === null ? null : String(row['parent']),
    author: { id: account, username: findAccount(instagram, account)?.username ?? '' },
    text: String(row['text']),
    at: Number(row['created_at']),
  };
}
