import { type Account, type Inbox, type InboxItem, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readWordPress } from './api.ts';
import { commentId, readCommentId } from './comment-id.ts';
import { plainText } from './sanitize.ts';
import type { WordPressSettings } from './settings.ts';
import { remove } from './undo.ts';
import { Comment, Me } from './wire.ts';

const pageSize = 100;

/** The comments of readers, newest first, those that are held back as well. */
export function openInbox(settings: WordPressSettings) {
  return {
    async list(account, { since, cursor = '1' }, io) {
      const me = await readWordPress(
        account,
        { method: 'get', path: '/users/me', answer: Me, timeoutSeconds: 15 },
        io,
        settings,
      );
      const comments = await readWordPress(
        account,
        {
          method: 'get',
          path: '/comments',
          search: {
            status: 'all',
            per_page: pageSize,
            page: cursor,
            after: since && `${new Date(since).toISOString().slice(0, 19)}Z`,
          },
          answer: z.array(Comment),
          timeoutSeconds: 30,
        },
        io,
        settings,
      );
      const others = comments.filter(({ author }) => author !== me.id);
      return {
        items: others.map(received),
        ...(comments.length >= pageSize && { cursor: String(Number(cursor) + 1) }),
      };
    },
    /** Holds a comment back until somebody approves it. */
    hide: (account, item, io) => judge(account, item, 'hold', io),
    /** Shows a comment that was held back. */
    approve: (account: Account, item: InboxItem, io: PlatformIo) =>
      judge(account, item, 'approved', io),
    /** Deletes a comment for good. */
    async remove(account: Account, item: InboxItem, io: PlatformIo) {
      const comment = readCommentId(item.id)?.comment;
      if (comment === undefined) return;
      const where = { collection: 'comments', id: String(comment), force: true };
      await remove(account, where, io, settings);
    },
  } satisfies Inbox & Record<string, unknown>;

  async function judge(account: Account, { id }: InboxItem, status: string, io: PlatformIo) {
    const comment = readCommentId(id)?.comment;
    if (comment === undefined) return;
    await readWordPress(
      account,
      {
        method: 'post',
        path: `/comments/${comment}`,
        endpoint: '/comments/:id',
        json: { status },
        answer: Comment,
        timeoutSeconds: 30,
      },
      io,
      settings,
    );
  }
}

function received(comment: Comment): InboxItem {
  const { id, post, parent, author, author_name: name, link, date_gmt: at } = comment;
  return {
    kind: parent === 0 ? 'comment' : 'reply',
    id: commentId(post, id),
    ...(link !== undefined && { url: link }),
    author: { id: String(author), handle: plainText(name), name: plainText(name) },
    text: plainText(comment.content.rendered),
    createdAt: instant(Date.parse(`${at}Z`)),
    inReplyTo: parent === 0 ? String(post) : commentId(post, parent),
    root: { id: String(post) },
  };
}
