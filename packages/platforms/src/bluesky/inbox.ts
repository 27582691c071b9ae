import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  instant,
  PlatformError,
  type PlatformIo,
} from '@affiche/core';
import { platformError } from '../step-result.ts';
import { readPost } from './post-lookup.ts';
import { repositoryOf } from './put-record.ts';
import { Notifications, PutRecord, ReceivedPost, Threadgate } from './wire.ts';
import { diagnoseXrpc, readXrpc, xrpc } from './xrpc.ts';

/** Answers to our posts and posts that name us, newest first. */
export const inbox = {
  async list(account, { since, cursor }, io) {
    const page = await readXrpc(
      account,
      {
        method: 'app.bsky.notification.listNotifications',
        search: { limit: 100, cursor },
        answer: Notifications,
        timeoutSeconds: 30,
      },
      io,
    );
    const from = since === undefined ? -Infinity : epochMilliseconds(since);
    const recent = page.notifications.filter(
      ({ indexedAt }) => epochMilliseconds(indexedAt) >= from,
    );
    const whole = recent.length === page.notifications.length;
    return {
      items: recent.flatMap(received),
      ...(whole && page.cursor !== undefined && { cursor: page.cursor }),
    };
  },
  hide: hideReply,
} satisfies Inbox;

function received(notification: Notifications['notifications'][number]): InboxItem[] {
  const { reason, uri, cid, author, indexedAt } = notification;
  const post = ReceivedPost.safeParse(notification.record).data;
  if (!post || (reason !== 'reply' && reason !== 'mention')) return [];
  const rkey = uri.split('/').at(-1);
  const language = post.langs?.[0];
  return [
    {
      kind: reason,
      id: uri,
      version: cid,
      url: `https://bsky.app/profile/${author.did}/post/${rkey}`,
      author: {
        id: author.did,
        handle: author.handle,
        ...(author.displayName && { name: author.displayName }),
      },
      text: post.text,
      ...(language !== undefined && { language }),
      // When the network saw it; what a post says of itself may be any day.
      createdAt: indexedAt,
      ...(post.reply && {
        inReplyTo: post.reply.parent.uri,
        root: { id: post.reply.root.uri, version: post.reply.root.cid },
      }),
    },
  ];
}

/** Adds a reply to the hidden ones of its thread, which must be ours. Twice is the same as once. */
async function hideReply(account: Account, item: InboxItem, io: PlatformIo): Promise<void> {
  const thread = item.root?.id ?? item.inReplyTo ?? '';
  const repo = repositoryOf(account, io);
  if (!thread.startsWith(`at://${repo}/`)) {
    throw new PlatformError('not-our-thread', {
      message: `${item.id} stands in a thread of somebody else, and only they can hide it`,
      hint: 'Mute or block its author instead.',
      details: { thread },
    });
  }
  const collection = 'app.bsky.feed.threadgate';
  const rkey = thread.split('/').at(-1) ?? '';
  const found = await readPost(account, `at://${repo}/${collection}/${rkey}`, io);
  if ('failure' in found) throw platformError(found);
  const gate = Threadgate.parse(found.value ?? {});
  const hidden = gate.hiddenReplies ?? [];
  if (hidden.includes(item.id)) return;
  const method = 'com.atproto.repo.putRecord';
  const answer = await xrpc(
    account,
    {
      method,
      json: {
        repo,
        collection,
        rkey,
        record: {
          $type: collection,
          post: thread,
          createdAt: instant(io.clock.now()),
          ...gate,
          hiddenReplies: [...hidden, item.id],
        },
        // Two people may hide at once: whoever comes second is told, and looks again.
        swapRecord: found.post?.cid ?? null,
      },
      answer: PutRecord,
      timeoutSeconds: 30,
    },
    io,
  );
  if (answer.outcome !== 'answered') throw platformError(diagnoseXrpc(answer, method, io));
}
