import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  instant,
  type PlatformIo,
} from '@affiche/core';
import { encodeUrn, type LinkedIn, readLinkedIn } from './api.ts';
import { commentUrn, urlOf } from './addresses.ts';
import { readMentions } from './mentions.ts';
import { deleteComment } from './undo.ts';
import { type Comment, Comments, Posts } from './wire.ts';

const pageSize = 10;
// Notifications are kept for as long; older posts are looked at no more.
const livelySeconds = 60 * 86_400;

/** Comments under an organization's posts, ten posts at a time; who names it comes with the first of them. */
export function openInbox(linkedIn: LinkedIn) {
  return {
    async list(account, { since, cursor }, io) {
      const start = Number(cursor ?? 0);
      const { elements: posts } = await readLinkedIn(
        account,
        {
          method: 'get',
          path: `/rest/posts?q=author&author=${encodeUrn(account.id)}&start=${start}&count=${pageSize}&sortBy=LAST_MODIFIED`,
          endpoint: '/rest/posts',
          finder: true,
          answer: Posts,
          timeoutSeconds: 30,
        },
        io,
        linkedIn,
      );
      const oldest = io.clock.now() - livelySeconds * 1000;
      const lively = posts.filter(({ publishedAt = Infinity }) => publishedAt >= oldest);
      const items = cursor === undefined ? await readMentions(account, io, linkedIn) : [];
      for (const { id } of lively) {
        items.push(...(await commentsOf(account, id, io, linkedIn)));
      }
      const from = since === undefined ? 0 : epochMilliseconds(since);
      const more = posts.length === pageSize && lively.length > 0;
      return {
        items: items
          .filter(({ createdAt }) => epochMilliseconds(createdAt) >= from)
          .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)),
        ...(more && { cursor: String(start + pageSize) }),
      };
    },
    /** Deletes somebody's comment under a post of ours. Twice is the same as once. */
    remove: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      deleteComment(account, id, io, linkedIn),
  } satisfies Inbox & Record<string, unknown>;
}

async function commentsOf(
  account: Account,
  post: string,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<InboxItem[]> {
  const { elements } = await readLinkedIn(
    account,
    {
      method: 'get',
      path: `/rest/socialActions/${encodeUrn(post)}/comments?count=100`,
      endpoint: '/rest/socialActions/:id/comments',
      answer: Comments,
      timeoutSeconds: 30,
    },
    io,
    linkedIn,
  );
  return elements
    .filter(({ actor }) => actor !== account.id)
    .map((comment) => received(comment, post));
}

function received(comment: Comment, post: string): InboxItem {
  const { id, actor, message, created, object = post, parentComment, commentUrn: urn } = comment;
  return {
    kind: parentComment === undefined ? 'comment' : 'reply',
    id: commentUrn(urn ?? id, object),
    url: urlOf(post),
    // Comments name their authors by URN alone.
    author: { id: actor, handle: actor },
    text: message.text,
    createdAt: instant(created.time),
    inReplyTo: parentComment ?? post,
    root: { id: post },
  };
}
