import { sameWords } from '../same-words.ts';
import { decodeLittleText } from './little-text.ts';
import type { PostRequest } from './requests.ts';
import type { Post } from './wire.ts';

/** How far two honest clocks may be apart. */
export const skewSeconds = 120;

/** Whether a post on the network is the one that was to be sent. */
export function isSamePost(post: Post, body: PostRequest['body']): boolean {
  return (
    (post.author ?? body.author) === body.author &&
    post.reshareContext?.parent === body.reshareContext?.parent &&
    sameWords(decodeLittleText(post.commentary), decodeLittleText(body.commentary))
  );
}
