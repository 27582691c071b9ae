import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  type PlatformIo,
  type StepResult,
} from '@affiche/core';
import { done } from '../../step-result.ts';
import { changeX, readX } from '../api.ts';
import { type Event, Events, Sent } from './wire.ts';

/** Words for one person. */
export interface XMessage {
  /** The person's id: `author.id` of a message that is answered. */
  readonly to: string;
  readonly text: string;
}

/** Direct messages of an account. */
export interface XMessages extends Pick<Inbox, 'list'> {
  /**
   * Sends a message, once. `ambiguous` says that nobody knows whether it arrived: look at `with`
   * before it is sent again, for X knows no key and takes the same words twice.
   */
  send(account: Account, message: XMessage, io: PlatformIo): Promise<StepResult>;
  /** What was said of late with one person, by either, newest first. */
  with(account: Account, person: string, io: PlatformIo): Promise<InboxItem[]>;
}

/**
 * Direct messages of X, which need the scopes `dm.read` and `dm.write`. Reading one costs an
 * application that serves itself $0.010, and writing one $0.015; 15 are written in 15 minutes at most.
 *
 * ```ts
 * import { xMessages } from '@affiche/platforms/x/messages';
 *
 * typeof xMessages().send; // => 'function'
 * ```
 *
 * @see {@link https://docs.x.com/x-api/direct-messages/manage/introduction | X: direct messages} (2026-11-21)
 */
export function xMessages(): XMessages {
  return { list, send, with: between };
}

const perPage = 100;
const fields = {
  max_results: perPage,
  event_types: 'MessageCreate',
  'dm_event.fields': 'id,text,event_type,sender_id,created_at',
  expansions: 'sender_id',
  'user.fields': 'username,name',
};

async function list(
  account: Account,
  { since, cursor }: Parameters<Inbox['list']>[1],
  io: PlatformIo,
) {
  const page = await readX(
    account,
    {
      method: 'get',
      path: '/2/dm_events',
      search: { ...fields, pagination_token: cursor },
      answer: Events,
      timeoutSeconds: 30,
    },
    io,
  );
  const oldest = since === undefined ? -Infinity : epochMilliseconds(since);
  const items = received(page).filter(({ createdAt }) => epochMilliseconds(createdAt) >= oldest);
  const next = page.meta?.next_token;
  return {
    items: items.filter(({ author }) => author.id !== account.id),
    // Behind the first that is too old, all are.
    ...(next !== undefined && items.length === page.data.length && { cursor: next }),
  };
}

async function between(account: Account, person: string, io: PlatformIo): Promise<InboxItem[]> {
  const path = `/2/dm_conversations/with/${encodeURIComponent(person)}/dm_events`;
  const endpoint = '/2/dm_conversations/with/:id/dm_events';
  return received(
    await readX(
      account,
      { method: 'get', path, endpoint, search: fields, answer: Events, timeoutSeconds: 30 },
      io,
    ),
  );
}

async function send(account: Account, { to, text }: XMessage, io: PlatformIo): Promise<StepResult> {
  const call = {
    method: 'post',
    path: `/2/dm_conversations/with/${encodeURIComponent(to)}/messages`,
    endpoint: '/2/dm_conversations/with/:id/messages',
    bucket: 'messages',
    json: { text },
    answer: Sent,
    timeoutSeconds: 30,
  } as const;
  return changeX(account, call, io, ({ data: { dm_event_id: id } }) =>
    done({ id }, `the server sent the message ${id}`),
  );
}

function received({ data, includes }: Events): InboxItem[] {
  return data.flatMap((event) => itemOf(event, includes?.users ?? []));
}

function itemOf(
  { id, text, sender_id: sender, created_at: createdAt, event_type: type }: Event,
  users: NonNullable<NonNullable<Events['includes']>['users']>,
): InboxItem[] {
  if (sender === undefined || createdAt === undefined) return [];
  if (type !== undefined && type !== 'MessageCreate') return [];
  const author = users.find((user) => user.id === sender);
  return [
    {
      kind: 'message',
      id,
      author: {
        id: sender,
        handle: author?.username ?? sender,
        ...(author?.name !== undefined && { name: author.name }),
      },
      text: text ?? '',
      createdAt,
    },
  ];
}
