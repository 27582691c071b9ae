import type { Composition, Draft, DraftItem, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import type { XFacts } from './facts.ts';
import { priceOfPost, type XPrices } from './prices.ts';
import { isPaid, madeByMachine, outgoingText } from './rules.ts';
import { pricesOf, type XOptions, type XSettings } from './settings.ts';

/** Turns a draft into steps: the files and their words first, then one post after the other. */
export function compile(
  { draft, options }: Composition<XOptions, XFacts>,
  settings: XSettings,
): Step[] {
  const prices = pricesOf(settings);
  return draft.items.flatMap((item, index) => {
    const media = item.media.flatMap((each, position) => mediaSteps(each, index, position, prices));
    const post = postStep(bodyOf(draft, item, index, options), index, media, settings);
    return [...media, prices ? { ...post, price: priceOfPost(prices, outgoingText(item)) } : post];
  });
}

const categories = { image: 'tweet_image', animation: 'tweet_gif' } as const;

function mediaSteps(
  { kind, source, mimeType, alt }: Media,
  item: number,
  position: number,
  prices: XPrices | undefined,
): Step[] {
  const category = kind === 'image' || kind === 'animation' ? categories[kind] : 'tweet_video';
  const id = `upload-${item}-${position}`;
  const upload = invisibleStep(
    id,
    'upload-media',
    { source, mimeType, category },
    { buckets: ['media'], timeoutSeconds: 300, recognition: 'handle' },
  );
  if (alt === undefined || alt === '') return [upload];
  const words = { id: outputOf(id, 'id'), alt };
  const describe = invisibleStep(`describe-${item}-${position}`, 'describe-media', words, {
    buckets: ['descriptions'],
    timeoutSeconds: 30,
  });
  return [upload, prices ? { ...describe, price: prices.mediaMetadata } : describe];
}

function postStep(
  body: Json,
  index: number,
  media: readonly Step[],
  { settleSeconds = 10 }: XSettings,
): Step {
  return {
    id: `post-${index}`,
    kind: 'create-post',
    item: index,
    visibility: 'public',
    recognition: 'lookup',
    // The words of a picture must be there before anybody sees it.
    needs: [...new Set([...referencedSteps(body), ...media.map(({ id }) => id)])],
    costs: [{ bucket: 'posts', points: 1 }],
    timeoutSeconds: 30,
    settleSeconds,
    request: body,
  };
}

const audiences = {
  everyone: undefined,
  following: 'following',
  mentioned: 'mentionedUsers',
  subscribers: 'subscribers',
  verified: 'verified',
} as const;

/** What is said of the first post of a thread is not said of the others. */
const rest: Partial<XOptions> = {};

function bodyOf(draft: Draft, item: DraftItem, index: number, options: XOptions): Json {
  const { replyTo } = draft;
  const text = outgoingText(item);
  const answered = answeredItem(draft, index);
  const parent = answered === undefined ? replyTo?.id : outputOf(`post-${answered}`, 'id');
  const audience = audiences[options.replies];
  const { people, place, edits, quote, community } = index === 0 ? options : rest;
  return {
    ...(text !== '' && { text }),
    ...(item.media.length > 0 && {
      media: {
        media_ids: item.media.map((_, media) => outputOf(`upload-${index}-${media}`, 'id')),
        ...(people && { tagged_user_ids: people }),
      },
    }),
    ...(item.poll && {
      poll: {
        options: item.poll.options,
        duration_minutes: Math.ceil(item.poll.durationSeconds / 60),
      },
    }),
    ...(parent !== undefined && { reply: { in_reply_to_tweet_id: parent } }),
    ...(quote && { quote_tweet_id: quote.id }),
    ...(place && { geo: { place_id: place } }),
    ...(edits && { edit_options: { previous_post_id: edits.id } }),
    ...(index === 0 && audience && { reply_settings: audience }),
    ...(community && { community_id: community }),
    ...(madeByMachine(draft, options) && { made_with_ai: true }),
    ...(isPaid(draft, options) && { paid_partnership: true }),
  };
}
