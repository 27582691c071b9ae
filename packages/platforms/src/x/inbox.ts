import { type Account, type Inbox, type InboxItem, type PlatformIo } from '@affiche/core';
import { readX } from './api.ts';
import { textOf } from './post-match.ts';
import { urlOf } from './post-address.ts';
import type { XSettings } from './settings.ts';
import { Nothing, type Post, Posts } from './wire.ts';

/** Answers to our posts and posts that name us, newest first. */
export function openInbox({ fieldDialect = 'tweet' }: XSettings) {
  const references = fieldDialect === 'tweet' ? 'referenced_tweets' : 'referenced_posts';
  return {
    async list(account, { since, cursor }, io) {
      const page = await readX(
        account,
        {
          method: 'get',
          path: `/2/users/${encodeURIComponent(account.id)}/mentions`,
          endpoint: '/2/users/:id/mentions',
          search: {
            max_results: 100,
            start_time: since && `${new Date(since).toISOString().slice(0, 19)}Z`,
            pagination_token: cursor,
            expansions: 'author_id',
            'user.fields': 'username,name',
            [`${fieldDialect}.fields`]: `created_at,entities,author_id,conversation_id,in_reply_to_user_id,lang,${references}`,
          },
          answer: Posts,
          timeoutSeconds: 30,
        },
        io,
      );
      const next = page.meta?.next_token;
      return {
        items: page.data.flatMap((post) => received(account, post, page)),
        ...(next !== undefined && { cursor: next }),
      };
    },
    hide: (account, { id }, io) => showOrHide(account, id, true, io),
    /** Shows a hidden reply again. */
    unhide: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      showOrHide(account, id, false, io),
  } satisfies Inbox & Record<string, unknown>;
}

function received({ id: own }: Account, post: Post, { includes }: Posts): InboxItem[] {
  if (!post.created_at || post.author_id === undefined || post.author_id === own) return [];
  const author = includes?.users?.find(({ id }) => id === post.author_id);
  const references = post.referenced_tweets ?? post.referenced_posts ?? [];
  const parent = references.find(({ type }) => type === 'replied_to')?.id;
  const root = post.conversation_id;
  return [
    {
      kind: post.in_reply_to_user_id === own ? 'reply' : 'mention',
      id: post.id,
      url: urlOf(post.id),
      author: {
        id: post.author_id,
        handle: author?.username ?? post.author_id,
        ...(author?.name && { name: author.name }),
      },
      text: textOf(post),
      ...(post.lang && post.lang !== 'und' && { language: post.lang }),
      createdAt: post.created_at,
      ...(parent !== undefined && { inReplyTo: parent }),
      ...(root !== undefined && root !== post.id && { root: { id: root } }),
    },
  ];
}

/** Hides a reply in a conversation that we began, or not any more. Twice is the same as once. */
async function showOrHide(
  account: Account,
  id: string,
  hidden: boolean,
  io: PlatformIo,
): Promise<void> {
  const call = {
    method: 'put',
    path: `/2/tweets/${encodeURIComponent(id)}/hidden`,
    endpoint: '/2/tweets/:id/hidden',
    json: { hidden },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  await readX(account, call, io);
}
