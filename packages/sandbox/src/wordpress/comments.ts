import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { accountOf } from './accounts.ts';
import { hash, moment, type WordPress } from './context.ts';
import { audiencePost, type Post, visiblePosts } from './posts.ts';
import { linkOf } from './post-views.ts';

/** A comment, of a user or of a reader. */
export interface Comment {
  readonly id: number;
  readonly post: Post;
  readonly parent: number;
  /** 0 for readers. */
  readonly author: number;
  readonly name: string;
  readonly content: string;
  readonly at: number;
  readonly status: string;
}

/** All comments under the posts that are there, newest first. */
export function allComments(wordPress: WordPress): Comment[] {
  const posts = visiblePosts(wordPress);
  return [
    ...posts.flatMap((post) => readerComments(wordPress, post)),
    ...posts.flatMap((post) => userComments(wordPress, post)),
  ]
    .filter(({ status }) => status !== 'trash' && status !== 'deleted')
    .toSorted((one, other) => other.at - one.at || other.id - one.id);
}

function userComments(wordPress: WordPress, post: Post): Comment[] {
  return wordPress.database.all('SELECT * FROM comment WHERE post = ?', post.id).map((row) => ({
    id: Number(row['id']),
    post,
    parent: Number(row['parent']),
    author: Number(row['account']),
    name: accountOf(wordPress, Number(row['account'])).username,
    content: String(row['content']),
    at: Number(row['created_at']),
    status: judgement(wordPress, Number(row['id'])) ?? String(row['status']),
  }));
}

function readerComments(wordPress: WordPress, post: Post): Comment[] {
  const { audience, clock, settings } = wordPress;
  return audience
    .actions(audiencePost(wordPress, post), clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map((action) => {
      const id = idOf(post, action);
      const held = (action.choice * 7919) % 1 < settings.heldShare;
      return {
        id,
        post,
        parent: 0,
        author: 0,
        name: readerOf(action.reader).displayName,
        content: phraseOf(action.choice, undefined),
        at: action.at,
        status: judgement(wordPress, id) ?? (held ? 'hold' : 'approved'),
      };
    });
}

/** What somebody made of a comment since. */
function judgement({ database }: WordPress, id: number): string | undefined {
  const row = database.one('SELECT status FROM judged WHERE comment = ?', id);
  return row && String(row['status']);
}

/** A comment as the interface shows it. */
export function commentView(wordPress: WordPress, comment: Comment) {
  const { id, post, parent, author, name, content, at, status } = comment;
  return {
    id,
    post: post.id,
    parent,
    author,
    author_name: name,
    date: moment(at),
    date_gmt: moment(at),
    content: { rendered: `<p>${content.replaceAll('\n', '<br />\n')}</p>\n` },
    link: `${linkOf(wordPress, post)}#comment-${id}`,
    status,
    type: 'comment',
  };
}

function idOf({ id }: Post, { at, reader, choice }: AudienceAction): number {
  return 1_000_000 + (hash(`${id} ${at} ${reader} ${choice}`).readUInt32BE(0) >>> 2);
}
