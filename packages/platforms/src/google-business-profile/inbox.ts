import { epochMilliseconds, type Inbox, type InboxItem } from '@affiche/core';
import { business } from './api.ts';
import { type Review, Reviews } from './wire.ts';

const stars: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };

/** Reviews, newest first: the stars stand above the words. They are answered with `replyTo`. */
export const inbox: Inbox = {
  async list(account, { since, cursor }, io) {
    const { reviews, nextPageToken } = await business.read(
      account,
      {
        path: `/v4/${account.id}/reviews`,
        endpoint: '/v4/:location/reviews',
        search: { pageSize: 50, orderBy: 'updateTime desc', pageToken: cursor },
        answer: Reviews,
      },
      io,
    );
    const earliest = since === undefined ? -Infinity : epochMilliseconds(since);
    const young = reviews.filter(
      ({ createTime, updateTime = createTime }) => epochMilliseconds(updateTime) >= earliest,
    );
    const more = nextPageToken !== undefined && young.length === reviews.length;
    return { items: young.map(itemFrom), ...(more && { cursor: nextPageToken }) };
  },
};

function itemFrom({ name, reviewer, starRating = '', comment, createTime }: Review): InboxItem {
  const count = stars[starRating];
  const rating = count === undefined ? '' : '★'.repeat(count) + '☆'.repeat(5 - count);
  const author = reviewer?.displayName ?? 'Somebody';
  return {
    kind: 'comment',
    id: name,
    author: { id: author, handle: author },
    text: [rating, comment].filter(Boolean).join('\n'),
    createdAt: createTime,
  };
}
