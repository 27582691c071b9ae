import type { Account } from '../meta/profiles.ts';
import { findAccount } from '../meta/profiles.ts';
import { graphMoment } from '../meta/identity.ts';
import type { Threads } from './context.ts';
import { findPost, type Post, repliesTo } from './posts.ts';
import { readerRepliesTo } from './reader-replies.ts';

const types: Readonly<Record<string, string>> = { TEXT: 'TEXT_POST', CAROUSEL: 'CAROUSEL_ALBUM' };

/** A post as the API shows it, with every field that a client may ask for. */
export function postView(threads: Threads, post: Post, viewer: Account) {
  const { id, account, fields, publishedAt, replyTo } = post;
  const username = findAccount(threads, account)?.username ?? '';
  const type = fields['media_type'] ?? 'TEXT';
  const root = rootOf(threads, post);
  return {
    id,
    media_product_type: 'THREADS',
    media_type: types[type] ?? type,
    text: fields['text'] ?? '',
    username,
    permalink: permalinkOf(threads, post),
    timestamp: graphMoment(publishedAt),
    is_quote_post: fields['quote_post_id'] !== undefined,
    has_replies: repliesTo(threads, id).length + readerRepliesTo(threads, post).length > 0,
    is_reply: replyTo !== null,
    ...(fields['alt_text'] !== undefined && { alt_text: fields['alt_text'] }),
    ...(fields['topic_tag'] !== undefined && { topic_tag: fields['topic_tag'] }),
    ...(replyTo !== null && {
      replied_to: { id: replyTo },
      root_post: { id: root },
      is_reply_owned_by_me: account === viewer.id,
      hide_status: 'NOT_HUSHED',
    }),
  };
}

/** Where people see a post. */
export function permalinkOf(threads: Threads, { id, account }: Post): string {
  return `${threads.url()}/@${findAccount(threads, account)?.username ?? ''}/post/${id}`;
}

/** Everything under a post, in one list. */
export function conversationOf(threads: Threads, post: Post, viewer: Account): unknown[] {
  return repliesTo(threads, post.id)
    .flatMap((reply) => [
      postView(threads, reply, viewer),
      ...conversationOf(threads, reply, viewer),
    ])
    .concat(readerRepliesTo(threads, post));
}

function rootOf(threads: Threads, { id, replyTo }: Post): string {
  const parent = replyTo === null ? undefined : findPost(threads, replyTo);
  return parent ? rootOf(threads, parent) : (replyTo ?? id);
}
