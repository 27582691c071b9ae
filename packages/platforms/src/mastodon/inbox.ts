import { type Account, epochMilliseconds, type Inbox, type InboxItem } from '@affiche/core';
import { readApi } from './api.ts';
import { readHtml } from '../html-text.ts';
import { Notifications } from './wire.ts';

const pageSize = 40;

/** Answers to our posts and posts that name us, newest first. Nobody can hide replies on Mastodon. */
export const inbox = {
  async list(account, { since, cursor }, io) {
    const page = await readApi(
      account,
      {
        method: 'get',
        path: '/api/v1/notifications',
        search: { 'types[]': 'mention', limit: pageSize, max_id: cursor },
        answer: Notifications,
        timeoutSeconds: 30,
      },
      io,
    );
    const from = since === undefined ? -Infinity : epochMilliseconds(since);
    const items = page.flatMap((notification) => received(account, notification));
    const recent = items.filter(({ createdAt }) => epochMilliseconds(createdAt) >= from);
    const last = page.length >= pageSize ? page.at(-1)?.id : undefined;
    return {
      items: recent,
      ...(recent.length === items.length && last !== undefined && { cursor: last }),
    };
  },
} satisfies Inbox;

function received({ id }: Account, { type, status }: Notifications[number]): InboxItem[] {
  // Some servers give everything, whatever was asked for.
  if (type !== 'mention' || !status) return [];
  const { account, in_reply_to_id: parent } = status;
  return [
    {
      kind: parent && status.in_reply_to_account_id === id ? 'reply' : 'mention',
      id: status.id,
      ...(status.url && { url: status.url }),
      author: {
        id: account.id,
        handle: account.acct,
        ...(account.display_name && { name: account.display_name }),
      },
      text: readHtml(status.content),
      ...(status.language && { language: status.language }),
      createdAt: status.created_at,
      ...(parent && { inReplyTo: parent }),
    },
  ];
}
