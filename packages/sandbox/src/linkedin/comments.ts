import { phraseOf } from '../audience/readers.ts';
import type { LinkedIn } from './context.ts';
import { audiencePost, type Post } from './posts.ts';

/** A comment as the server keeps it, or as a simulated reader wrote it. */
export interface Comment {
  readonly id: string;
  readonly post: string;
  /** The comment that it answers. */
  readonly parent: string | null;
  readonly actor: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Everything that was said under a post and still stands there, oldest first. */
export function commentsUnder(linkedIn: LinkedIn, post: Post): Comment[] {
  const { database, audience, clock } = linkedIn;
  const written = database.all('SELECT * FROM comment WHERE post = ?', post.urn).map((row) => ({
    id: String(row['id']),
    post: String(row['post']),
    parent: row['parent'] === null ? null : String(row['parent']),
    actor: String(row['actor']),
    text: String(row['text']),
    at: Number(row['at']),
  }));
  const read = audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map(({ at, reader, choice }) => ({
      id: `${at}${reader}`,
      post: post.urn,
      parent: null,
      actor: `urn:li:person:reader-${reader}`,
      text: phraseOf(choice, undefined),
      at,
    }));
  const removed = new Set(database.all('SELECT id FROM removed_comment').map(({ id }) => id));
  return [...written, ...read]
    .filter(({ id }) => !removed.has(id))
    .toSorted((one, other) => one.at - other.at);
}

/** The name of a comment: what it stands under, and its number. */
export function commentUrn({ post, id }: Pick<Comment, 'post' | 'id'>): string {
  return `urn:li:comment:(${post},${id})`;
}

/** The post of a comment's name. */
export function postOfComment(urn: string): string | undefined {
  return /^urn:li:comment:\((?<post>urn:[^,]+),/.exec(urn)?.groups?.['post'];
}

/** A comment as the API shows it. */
export function commentView(comment: Comment) {
  const { id, actor, post, parent, text, at } = comment;
  return {
    id,
    commentUrn: commentUrn(comment),
    actor,
    object: post,
    message: { text, attributes: [] },
    created: { actor, time: at },
    lastModified: { actor, time: at },
    ...(parent !== null && { parentComment: parent }),
  };
}
