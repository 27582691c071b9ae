import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  type PlatformIo,
} from '@affiche/core';
import { Nothing } from '../meta/wire.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram, readInstagram } from './api.ts';
import { type Mention, readMention, readTags } from './mentions.ts';
import { received } from './received.ts';
import { deleteComment } from './undo.ts';
import { Comments, Media } from './wire.ts';

// Each of these posts costs a call more.
const postsPerPage = 10;
const commentsPerPage = 50;
const comment = 'id,text,username,timestamp,hidden,from';

/** What people said to us, and how it is kept in order. */
export interface InstagramInbox extends Inbox {
  hide(account: Account, item: Pick<InboxItem, 'id'>, io: PlatformIo): Promise<void>;
  /** Shows somebody's comment again. */
  unhide(account: Account, item: Pick<InboxItem, 'id'>, io: PlatformIo): Promise<void>;
  /** Deletes somebody's comment under our post. Twice is the same as once. */
  remove(account: Account, item: Pick<InboxItem, 'id'>, io: PlatformIo): Promise<void>;
  /** What a webhook tells of by numbers alone: somebody named us in a caption or in a comment. */
  mention(account: Account, mention: Mention, io: PlatformIo): Promise<InboxItem>;
}

/**
 * Comments under our posts, a few posts at a time, newest first; posts that tag us come with the first
 * page. What names us without a tag, and messages, the network tells by webhook only.
 */
export function openInbox(instagram: Instagram): InstagramInbox {
  return {
    async list(account, { since, cursor }, io) {
      const own = await readInstagram(
        account,
        {
          method: 'get',
          path: `/${encodeURIComponent(account.id)}/media`,
          endpoint: '/:user/media',
          search: {
            fields: 'id,username,permalink,comments_count',
            limit: postsPerPage,
            after: cursor,
          },
          answer: Media,
          timeoutSeconds: 30,
        },
        io,
        instagram,
      );
      const items = cursor === undefined ? await readTags(account, io, instagram) : [];
      for (const medium of own.data) {
        if (medium.comments_count === 0) continue;
        items.push(...(await commentsOf(account, medium, io, instagram)));
      }
      const after = own.paging?.next === undefined ? undefined : own.paging.cursors?.after;
      const oldest = since === undefined ? -Infinity : epochMilliseconds(since);
      return {
        items: items.filter(({ createdAt }) => epochMilliseconds(createdAt) >= oldest),
        ...(after !== undefined && { cursor: after }),
      };
    },
    hide: (account, { id }, io) => showOrHide(account, { id, hide: true }, io, instagram),
    unhide: (account, { id }, io) => showOrHide(account, { id, hide: false }, io, instagram),
    remove: (account, { id }, io) => deleteComment(account, id, io, instagram),
    mention: (account, mention, io) => readMention(account, mention, io, instagram),
  };
}

async function showOrHide(
  account: Account,
  { id, hide }: { readonly id: string; readonly hide: boolean },
  io: PlatformIo,
  instagram: Instagram,
): Promise<void> {
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:comment',
    form: { hide: String(hide) },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered') throw platformError(diagnoseInstagram(answer, call, io));
}

async function commentsOf(
  account: Account,
  medium: Media['data'][number],
  io: PlatformIo,
  instagram: Instagram,
): Promise<InboxItem[]> {
  const items: InboxItem[] = [];
  let after: string | undefined;
  do {
    const { data, paging } = await readInstagram(
      account,
      {
        method: 'get',
        path: `/${encodeURIComponent(medium.id)}/comments`,
        endpoint: '/:media/comments',
        search: {
          fields: `${comment},replies{${comment}}`,
          limit: commentsPerPage,
          after,
        },
        answer: Comments,
        timeoutSeconds: 30,
      },
      io,
      instagram,
    );
    items.push(...data.flatMap((each) => received(account, each, medium)));
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
  } while (after !== undefined);
  return items;
}
