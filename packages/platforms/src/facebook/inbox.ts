import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  type PlatformIo,
} from '@affiche/core';
import { callGraph, diagnoseGraph, type GraphCall, readGraph } from '../meta/graph.ts';
import { platformError } from '../step-result.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import { conversations } from './messages.ts';
import { change, remove } from './undo.ts';
import { type Comment, Comments, Posts } from './wire.ts';

// Each of these posts costs a call more.
const postsPerPage = 10;
const fields = 'id,message,from,created_time,parent,permalink_url';

/** Comments under our posts, a few posts at a time; messages, and posts that name us, come with the first page. */
export function openInbox(setup: Setup) {
  const { version } = setup;
  const call = { method: 'get', version, timeoutSeconds: 30 } as const;
  return {
    async list(account, { since, cursor }, io) {
      const own = await readGraph(
        facebookNetwork,
        account,
        {
          ...call,
          path: pathOf(account.id, 'published_posts'),
          endpoint: '/:page/published_posts',
          search: { fields: 'id,message,created_time', limit: postsPerPage, after: cursor },
          answer: Posts,
        },
        io,
      );
      const items =
        cursor === undefined
          ? [...(await mentions(account, io, version)), ...(await messages(account, io, setup))]
          : [];
      for (const { id } of own.data) {
        const { data } = await readGraph(
          facebookNetwork,
          account,
          {
            ...call,
            path: pathOf(id, 'comments'),
            endpoint: '/:object/comments',
            search: { fields, filter: 'stream', order: 'reverse_chronological', limit: 100 },
            answer: Comments,
          },
          io,
        );
        items.push(...data.flatMap((comment) => received(account, comment, id)));
      }
      const after = own.paging?.next === undefined ? undefined : own.paging.cursors?.after;
      const oldest = since === undefined ? -Infinity : epochMilliseconds(since);
      return {
        items: items.filter(({ createdAt }) => epochMilliseconds(createdAt) >= oldest),
        ...(after !== undefined && { cursor: after }),
      };
    },
    /** Hides a comment from everybody but who wrote it and their friends. */
    hide: (account, { id }, io) => change(account, [id], { is_hidden: 'true' }, io, setup),
    /** Shows a hidden comment again. */
    unhide: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      change(account, [id], { is_hidden: 'false' }, io, setup),
    /** Likes a comment or a post, as the page. Twice is the same as once. */
    like: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      change(account, [id, 'likes'], {}, io, setup),
    /** Lets somebody say nothing more on the page. Twice is the same as once. */
    block: (account: Account, { author }: Pick<InboxItem, 'author'>, io: PlatformIo) =>
      change(account, [account.id, 'blocked'], { user: author.id }, io, setup),
    /** Deletes somebody's comment under our post. Twice is the same as once. */
    remove: (account: Account, { id }: Pick<InboxItem, 'id'>, io: PlatformIo) =>
      remove(account, id, io, setup),
  } satisfies Inbox & Record<string, unknown>;
}

/** Posts of others that name the page, where the application may see them. */
async function mentions(account: Account, io: PlatformIo, version: string): Promise<InboxItem[]> {
  const call = {
    method: 'get',
    path: pathOf(account.id, 'tagged'),
    endpoint: '/:page/tagged',
    search: { fields: 'id,message,from,created_time,permalink_url', limit: 100 },
    version,
    answer: Posts,
    timeoutSeconds: 30,
  } as const;
  const found = await readPermitted(account, call, io);
  return found?.data.flatMap((post) => received(account, post, undefined)) ?? [];
}

/** What people wrote to the page alone, where the application may see it. Answers go to the author's id. */
async function messages(account: Account, io: PlatformIo, setup: Setup): Promise<InboxItem[]> {
  const found = await readPermitted(account, conversations(account, setup), io);
  return (found?.data ?? [])
    .flatMap(({ messages: said }) => said?.data ?? [])
    .flatMap(({ id, from, message, created_time: createdAt }): InboxItem[] =>
      from === undefined || from.id === account.id
        ? []
        : [
            {
              kind: 'message',
              id,
              author: { id: from.id, handle: from.name ?? from.id },
              text: message,
              createdAt,
            },
          ],
    );
}

/** What a call answers; `undefined` where the application has no permission. */
async function readPermitted<Body>(
  account: Account,
  call: GraphCall<Body>,
  io: PlatformIo,
): Promise<Body | undefined> {
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  const diagnosis = diagnoseGraph(facebookNetwork, answer, call, io);
  if (diagnosis.failure.kind === 'permission') return undefined;
  throw platformError(diagnosis);
}

/** People stay nameless where the application may not know them; their words are there all the same. */
function received(
  account: Account,
  {
    id,
    from,
    message,
    created_time,
    permalink_url: url,
    parent,
  }: Omit<Comment, 'parent'> & {
    readonly parent?: Comment['parent'];
  },
  post: string | undefined,
): InboxItem[] {
  if (from?.id === account.id) return [];
  const author = { id: from?.id ?? 'unknown', handle: from?.name ?? 'unknown' };
  return [
    {
      kind: post === undefined ? 'mention' : parent ? 'reply' : 'comment',
      id,
      ...(url !== undefined && { url }),
      author,
      text: message,
      createdAt: created_time,
      ...(post !== undefined && { inReplyTo: parent?.id ?? post, root: { id: post } }),
    },
  ];
}
