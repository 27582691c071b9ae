import type { Account, InboxItem } from '@affiche/core';
import type { Comment, Medium } from './wire.ts';

/** A comment and what others said to it, but for what we said ourselves. */
export function received(account: Account, comment: Comment, medium: Medium): InboxItem[] {
  const replies = comment.replies?.data ?? [];
  return [
    ...item(account, comment, medium, medium.id),
    ...replies.flatMap((reply) => item(account, reply, medium, comment.id)),
  ];
}

function item(
  account: Account,
  { id, text, username, from, timestamp }: Omit<Comment, 'replies'>,
  { id: post, username: own, permalink }: Medium,
  inReplyTo: string,
): InboxItem[] {
  const handle = username ?? from?.username ?? from?.id;
  if (handle === undefined || handle === own || from?.id === account.id) return [];
  return [
    {
      kind: inReplyTo === post ? 'comment' : 'reply',
      id,
      ...(permalink !== undefined && { url: permalink }),
      author: { id: from?.id ?? handle, handle },
      text,
      createdAt: timestamp,
      inReplyTo,
      root: { id: post },
    },
  ];
}
