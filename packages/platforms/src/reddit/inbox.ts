import { epochMilliseconds, type Inbox, type InboxItem } from '@affiche/core';
import { reddit } from './api.ts';
import { change } from './undo.ts';
import { type Message, Messages } from './wire.ts';

/** Answers to our posts and comments, mentions, and messages. Moderators can take comments away. */
export const inbox: Inbox = {
  async list(account, { since, cursor }, io) {
    const { data } = await reddit.read(
      account,
      {
        path: '/message/inbox',
        search: { limit: 100, raw_json: 1, after: cursor },
        answer: Messages,
      },
      io,
    );
    const earliest = since === undefined ? -Infinity : epochMilliseconds(since);
    const items = data.children
      .map(({ data: message }) => itemFrom(message))
      .filter(({ createdAt }) => epochMilliseconds(createdAt) >= earliest);
    // What came before the first old one is all there is.
    const next = items.length === data.children.length ? data.after : undefined;
    return { items, ...(next && { cursor: next }) };
  },
  hide: (account, { id }, io) => change(account, '/api/remove', { id, spam: 'false' }, io),
};

function itemFrom(message: Message): InboxItem {
  const { name, author, body, context, created_utc: createdAt, parent_id: parent } = message;
  const handle = author ?? '[deleted]';
  return {
    kind: kindOf(message),
    id: name,
    ...(context && { url: `https://www.reddit.com${context}` }),
    author: { id: handle, handle },
    text: body,
    createdAt,
    ...(parent && { inReplyTo: parent }),
  };
}

function kindOf({ type, was_comment: wasComment }: Message): InboxItem['kind'] {
  if (type === 'username_mention') return 'mention';
  if (wasComment !== true) return 'message';
  return type === 'comment_reply' ? 'reply' : 'comment';
}
