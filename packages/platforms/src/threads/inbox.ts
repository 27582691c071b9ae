import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  type PlatformIo,
} from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callThreads, diagnoseThreads, readThreads } from './api.ts';
import { Nothing, type Post, Posts } from './wire.ts';

// Each of these posts costs a call more.
const postsPerPage = 10;
const fields =
  'id,text,username,permalink,timestamp,replied_to,root_post,is_reply_owned_by_me,hide_status';

/** Answers to our posts, a few posts at a time, newest first; mentions come with the first page. */
export function openInbox(version: string | undefined) {
  return {
    async list(account, { since, cursor }, io) {
      const user = encodeURIComponent(account.id);
      const call = { method: 'get', version, answer: Posts, timeoutSeconds: 30 } as const;
      const own = await readThreads(
        account,
        {
          ...call,
          path: `/${user}/threads`,
          endpoint: '/:user/threads',
          search: { fields: 'id,timestamp', limit: postsPerPage, after: cursor },
        },
        io,
      );
      const items = cursor === undefined ? await mentions(account, io, version) : [];
      for (const { id } of own.data) {
        const { data } = await readThreads(
          account,
          {
            ...call,
            path: `/${encodeURIComponent(id)}/conversation`,
            endpoint: '/:media/conversation',
            search: { fields, reverse: true, limit: 100 },
          },
          io,
        );
        items.push(...data.flatMap((post) => received(account, post, 'reply')));
      }
      const after = own.paging?.next === undefined ? undefined : own.paging.cursors?.after;
      const oldest = since === undefined ? -Infinity : epochMilliseconds(since);
      return {
        items: items.filter(({ createdAt }) => epochMilliseconds(createdAt) >= oldest),
        ...(after !== undefined && { cursor: after }),
      };
    },
    hide: (account, { id }, io) =>
      manage(account, id, ['manage_reply', { hide: 'true' }], io, version),
    /** Shows a hidden answer again. */
    unhide: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      manage(account, id, ['manage_reply', { hide: 'false' }], io, version),
    /** What waits for approval under a post of ours, published with `approveReplies`. */
    pending: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      pending(account, id, io, version),
    /** Lets everybody see an answer that waits. */
    approve: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      manage(account, id, ['manage_pending_reply', { approve: 'true' }], io, version),
    /** Lets nobody see an answer that waits. */
    reject: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      manage(account, id, ['manage_pending_reply', { approve: 'false' }], io, version),
  } satisfies Inbox & Record<string, unknown>;
}

/** What waits until somebody lets it be seen, under a post whose answers are approved first. */
async function pending(
  account: Account,
  post: string,
  io: PlatformIo,
  version: string | undefined,
): Promise<InboxItem[]> {
  const items: InboxItem[] = [];
  let after: string | undefined;
  do {
    const { data, paging } = await readThreads(
      account,
      {
        method: 'get',
        path: `/${encodeURIComponent(post)}/pending_replies`,
        endpoint: '/:media/pending_replies',
        search: { fields, reverse: true, limit: 100, after },
        version,
        answer: Posts,
        timeoutSeconds: 30,
      },
      io,
    );
    items.push(...data.flatMap((each) => received(account, each, 'reply')));
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
  } while (after !== undefined);
  return items;
}

async function manage(
  account: Account,
  id: string,
  [how, form]: readonly [how: string, form: Readonly<Record<string, string>>],
  io: PlatformIo,
  version: string | undefined,
): Promise<void> {
  await readThreads(
    account,
    {
      method: 'post',
      path: `/${encodeURIComponent(id)}/${how}`,
      endpoint: `/:reply/${how}`,
      form,
      version,
      answer: Nothing,
      timeoutSeconds: 30,
    },
    io,
  );
}

/** Posts of others that name us, where the application may see them. */
async function mentions(
  account: Account,
  io: PlatformIo,
  version: string | undefined,
): Promise<InboxItem[]> {
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(account.id)}/mentions`,
    endpoint: '/:user/mentions',
    search: { fields: 'id,text,username,permalink,timestamp', limit: 100 },
    version,
    answer: Posts,
    timeoutSeconds: 30,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome === 'answered') {
    return answer.body.data.flatMap((post) => received(account, post, 'mention'));
  }
  const diagnosis = diagnoseThreads(answer, call, io);
  if (diagnosis.failure.kind === 'permission') return [];
  throw platformError(diagnosis);
}

function received(account: Account, post: Post, kind: InboxItem['kind']): InboxItem[] {
  const { id, username, text = '', permalink, timestamp, replied_to, root_post } = post;
  if (username === undefined || post.is_reply_owned_by_me || username === account.handle) return [];
  return [
    {
      kind,
      id,
      ...(permalink !== undefined && { url: permalink }),
      author: { id: username, handle: username },
      text,
      createdAt: timestamp,
      ...(replied_to && { inReplyTo: replied_to.id }),
      ...(root_post && { root: { id: root_post.id } }),
    },
  ];
}
