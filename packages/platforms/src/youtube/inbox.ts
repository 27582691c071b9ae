import {
  type Account,
  epochMilliseconds,
  type Inbox,
  type InboxItem,
  instant,
} from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callYouTube, diagnoseYouTube, readYouTube } from './api.ts';
import { type Comment, Nothing, Threads } from './wire.ts';

/** Comments under the films of the channel, newest threads first, with their answers. */
export const inbox = {
  async list(account, { since, cursor }, io) {
    const { items, nextPageToken } = await readYouTube(
      account,
      {
        path: '/commentThreads',
        search: {
          part: 'snippet,replies',
          allThreadsRelatedToChannelId: account.id,
          order: 'time',
          maxResults: 100,
          textFormat: 'plainText',
          pageToken: cursor,
        },
        answer: Threads,
      },
      io,
    );
    const oldest = since === undefined ? -Infinity : epochMilliseconds(since);
    const found = items.flatMap(({ id, snippet, replies }) => {
      const video = snippet.videoId ?? snippet.topLevelComment.snippet.videoId;
      return [
        ...received(account, { ...snippet.topLevelComment, id }, video, video),
        ...(replies?.comments ?? []).flatMap((reply) => received(account, reply, id, video)),
      ];
    });
    return {
      items: found.filter(({ createdAt }) => epochMilliseconds(createdAt) >= oldest),
      ...(nextPageToken !== undefined && { cursor: nextPageToken }),
    };
  },
  async hide(_account, { id }, io) {
    const call = {
      method: 'post',
      path: '/comments/setModerationStatus',
      search: { id, moderationStatus: 'heldForReview' },
      answer: Nothing,
      timeoutSeconds: 30,
    } as const;
    const answer = await callYouTube(_account, call, io);
    if (answer.outcome !== 'answered') throw platformError(diagnoseYouTube(answer, call, io));
  },
} satisfies Inbox;

function received(
  account: Account,
  { id, snippet }: Comment,
  inReplyTo: string | undefined,
  video: string | undefined,
): InboxItem[] {
  const { authorChannelId: author, authorDisplayName: name, publishedAt } = snippet;
  if (author?.value === account.id) return [];
  const handle = name ?? author?.value ?? 'somebody';
  return [
    {
      kind: 'comment',
      id,
      ...(video !== undefined && {
        url: `https://www.youtube.com/watch?v=${video}&lc=${id}`,
        root: { id: video },
      }),
      author: { id: author?.value ?? handle, handle },
      text: snippet.textOriginal ?? snippet.textDisplay ?? '',
      createdAt: publishedAt ?? instant(0),
      ...(inReplyTo !== undefined && { inReplyTo }),
    },
  ];
}
