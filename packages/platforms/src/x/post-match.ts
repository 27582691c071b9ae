import { sameWords } from '../same-words.ts';
import type { PostBody } from './requests.ts';
import type { Post } from './wire.ts';

/** Whether a post on the network is the one that was to be sent. */
export function matchesPost(post: Post, body: PostBody): boolean {
  const references = post.referenced_tweets ?? post.referenced_posts ?? [];
  const of = (type: string) => references.find((each) => each.type === type)?.id;
  return (
    sameWords(textOf(post), body.text ?? '') &&
    of('replied_to') === body.reply?.in_reply_to_tweet_id &&
    of('quoted') === body.quote_tweet_id
  );
}

/** What the author wrote: X puts short addresses of its own into the text, and codes for three characters. */
export function textOf(post: Post): string {
  const { text, entities } = post.note_tweet ?? post.note_post ?? post;
  const whole = (entities?.urls ?? []).reduce(
    (sum, { url, expanded_url: address }) =>
      // The address of a picture or of a quoted post was never written.
      sum.replaceAll(url, !address || isShown(address) ? '' : address),
    text,
  );
  return whole.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

function isShown(address: string): boolean {
  return /^https?:\/\/(?:x|twitter)\.com\/[^/]+\/status\/\d+(?:\/(?:photo|video)\/\d+)?$/.test(
    address,
  );
}
