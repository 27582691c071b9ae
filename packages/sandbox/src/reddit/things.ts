import type { Exchange } from '../http/exchange.ts';
import { type KeptPost, readersOf } from '../kept-posts.ts';
import type { Reddit } from './context.ts';

/** A post or a comment as the server shows it. */
export function thingView(reddit: Reddit, post: KeptPost) {
  const { id, kind, fields, createdAt } = post;
  const { audience, clock } = reddit;
  const count = (action: 'like' | 'reply' | 'repost') =>
    audience.count(readersOf(post), action, clock.now());
  const common = {
    id: id.slice(3),
    name: id,
    permalink: permalinkOf(post),
    created_utc: createdAt / 1000,
    ups: 1 + count('like'),
    score: 1 + count('like'),
  };
  if (kind === 't1') {
    return { kind, data: { ...common, body: fields['text'], parent_id: fields['thing_id'] } };
  }
  const isSelf = fields['kind'] === 'self' || fields['kind'] === 'poll';
  const data = {
    ...common,
    title: fields['title'],
    subreddit: fields['sr'],
    is_self: isSelf,
    selftext: isSelf ? fields['text'] : '',
    url: isSelf ? `https://www.reddit.com${permalinkOf(post)}` : fields['url'],
    upvote_ratio: 0.9,
    num_comments: count('reply'),
    num_crossposts: count('repost'),
    view_count: null,
    ...(fields['kind'] === 'poll' && { poll_data: pollView(post) }),
  };
  return { kind, data };
}

function pollView({ createdAt, fields }: KeptPost) {
  const options = Array.isArray(fields['options']) ? fields['options'] : [];
  return {
    options: options.map((text, index) => ({ id: String(index), text })),
    voting_end_timestamp: createdAt + Number(fields['duration']) * 86_400_000,
  };
}

/** Where a post or a comment is shown. */
export function permalinkOf({ id, kind, fields }: KeptPost): string {
  if (kind === 't1') return `/comments/${String(fields['root']).slice(3)}/_/${id.slice(3)}/`;
  return `/r/${String(fields['sr'])}/comments/${id.slice(3)}/`;
}

/** A page of a list. */
export function listing({ query }: Exchange, children: readonly { data: { name: string } }[]) {
  const limit = Number(query.get('limit') ?? 25);
  const start = children.findIndex(({ data }) => data.name === query.get('after')) + 1;
  const page = children.slice(start, start + limit);
  const more = start + limit < children.length;
  const after = more ? (page.at(-1)?.data.name ?? null) : null;
  return { status: 200, body: { kind: 'Listing', data: { after, children: page } } };
}
