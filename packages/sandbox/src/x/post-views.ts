import type { ActionKind } from '../audience/profile.ts';
import { mediaKey } from './media.ts';
import { isHidden } from './hidden-replies.ts';
import type { X } from './context.ts';
import { storedText } from './post-text.ts';
import { allPosts, audiencePost, findPost, type Post } from './posts.ts';
import { readerId, type ReaderPost } from './reader-posts.ts';

/** Which fields a client wants, and under which of X's two names for things. */
export interface Wanted {
  readonly fields: ReadonlySet<string>;
  readonly dialect: 'tweet' | 'post';
}

/** Reads `tweet.fields`, or `post.fields` as it is called since August 2026. */
export function wantedOf(query: URLSearchParams): Wanted {
  const newer = query.get('post.fields');
  const fields = newer ?? query.get('tweet.fields') ?? '';
  return { fields: new Set(fields.split(',')), dialect: newer === null ? 'tweet' : 'post' };
}

/** A post as the API shows it: its id and text, and what was asked for. */
export function postView(x: X, post: Post, wanted: Wanted): Record<string, unknown> {
  const { text, urls } = storedText(post.text);
  const references = [
    ...(post.inReplyTo === null ? [] : [{ type: 'replied_to', id: post.inReplyTo }]),
    ...(post.quoted === null ? [] : [{ type: 'quoted', id: post.quoted }]),
  ];
  const parent = post.inReplyTo === null ? undefined : findPost(x, post.inReplyTo);
  return shown(post.id, text, wanted, {
    created_at: new Date(post.publishedAt).toISOString(),
    author_id: post.account,
    conversation_id: conversationOf(x, post),
    ...(parent && { in_reply_to_user_id: parent.account }),
    ...(urls.length > 0 && { entities: { urls } }),
    ...(references.length > 0 && { [`referenced_${wanted.dialect}s`]: references }),
    ...(post.media.length > 0 && {
      attachments: { media_keys: post.media.map((id) => mediaKey(x, id)) },
    }),
    ...metricsOf(x, post, wanted),
    lang: 'und',
  });
}

/** What a simulated reader wrote, as the API shows it. */
export function readerView(x: X, { id, text, about, reader, at }: ReaderPost, wanted: Wanted) {
  return shown(id, text, wanted, {
    created_at: new Date(at).toISOString(),
    author_id: readerId(reader),
    conversation_id: conversationOf(x, about),
    in_reply_to_user_id: about.account,
    [`referenced_${wanted.dialect}s`]: [{ type: 'replied_to', id: about.id }],
    lang: 'en',
    hidden: isHidden(x, id),
  });
}

function shown(
  id: string,
  text: string,
  { fields, dialect }: Wanted,
  more: Record<string, unknown>,
): Record<string, unknown> {
  const chosen = Object.entries(more).filter(([name]) => fields.has(name));
  return { id, text, [`edit_history_${dialect}_ids`]: [id], ...Object.fromEntries(chosen) };
}

function conversationOf(x: X, post: Post): string {
  const parent = post.inReplyTo === null ? undefined : findPost(x, post.inReplyTo);
  return parent ? conversationOf(x, parent) : (post.inReplyTo ?? post.id);
}

/** How many people see a post for each who does something with it: an assumption. */
export const viewsPerAction = 40;
/** How many people see a post for each who opens its link: an assumption. */
export const viewsPerClick = 90;

function metricsOf(x: X, post: Post, { dialect }: Wanted) {
  const count = (kind: ActionKind) => x.audience.count(audiencePost(post), kind, x.clock.now());
  const answers = allPosts(x).filter(({ inReplyTo }) => inReplyTo === post.id).length;
  const [likes, reposts, quotes] = [count('like'), count('repost'), count('quote')];
  const [replies, bookmarks] = [count('reply') + answers, count('bookmark')];
  const impressions = viewsPerAction * (likes + reposts + quotes + replies + bookmarks);
  const clicks = Math.floor(impressions / viewsPerClick);
  return {
    public_metrics: {
      [dialect === 'tweet' ? 'retweet_count' : 'repost_count']: reposts,
      reply_count: replies,
      like_count: likes,
      quote_count: quotes,
      bookmark_count: bookmarks,
      impression_count: impressions,
    },
    non_public_metrics: {
      impression_count: impressions,
      url_link_clicks: clicks,
      user_profile_clicks: Math.floor(clicks / 2),
      engagements: likes + reposts + quotes + replies + bookmarks + clicks,
    },
  };
}
