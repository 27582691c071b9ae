import { graphMoment } from '../meta/identity.ts';
import { findAccount } from '../meta/profiles.ts';
import { commentsUnder } from './comments.ts';
import type { Instagram } from './context.ts';
import { audiencePost, isStory, type Post } from './posts.ts';

/** A post as the API shows it, with every field that a client may ask for. */
export function postView(instagram: Instagram, post: Post) {
  const { audience, clock } = instagram;
  const { id, account, fields, publishedAt } = post;
  const now = clock.now();
  return {
    id,
    // A story has no words.
    ...(fields['caption'] !== undefined && !isStory(post) && { caption: fields['caption'] }),
    media_type: typeOf(post),
    media_product_type: productOf(post),
    permalink: permalinkOf(instagram, post),
    timestamp: graphMoment(publishedAt),
    username: findAccount(instagram, account)?.username ?? '',
    like_count: audience.count(audiencePost(post), 'like', now),
    comments_count: commentsUnder(instagram, post).length,
    is_comment_enabled: !post.closed,
    ...(fields['alt_text'] !== undefined && { alt_text: fields['alt_text'] }),
  };
}

/** What kind of post it is, as insights tell them apart. */
export function productOf(post: Post): 'FEED' | 'REELS' | 'STORY' {
  if (isStory(post)) return 'STORY';
  return post.fields['media_type'] === 'REELS' ? 'REELS' : 'FEED';
}

function typeOf({ fields }: Post): string {
  if (fields['media_type'] === 'CAROUSEL') return 'CAROUSEL_ALBUM';
  const isFilm = fields['video_url'] !== undefined || fields['upload_type'] === 'resumable';
  return isFilm ? 'VIDEO' : 'IMAGE';
}

/** Where people see a post. */
export function permalinkOf(instagram: Instagram, post: Post): string {
  const { id, account } = post;
  const name = findAccount(instagram, account)?.username ?? '';
  if (isStory(post)) return `${instagram.url()}/stories/${name}/${id}/`;
  return `${instagram.url()}/${productOf(post) === 'REELS' ? 'reel' : 'p'}/${id}/`;
}
