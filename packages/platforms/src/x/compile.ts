import type { Composition, Draft, DraftItem, Json, Media, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import type { XFacts } from './facts.ts';
import { outgoingText } from './rules.ts';
import type { XOptions, XSettings } from './settings.ts';

/** Turns a draft into steps: the files and their words first, then one post after the other. */
export function compile(
  { draft, options }: Composition<XOptions, XFacts>,
  settings: XSettings,
): Step[] {
  return draft.items.flatMap((item, index) => {
    const media = item.media.flatMap((each, position) => mediaSteps(each, index, position));
    return [...media, postStep(bodyOf(draft, item, index, options), index, media, settings)];
  });
}

const categories = { image: 'tweet_image', animation: 'tweet_gif' } as const;

function mediaSteps(
  { kind, source, mimeType, alt }: Media,
  item: number,
  position: number,
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
  return [
    upload,
    invisibleStep(`describe-${item}-${position}`, 'describe-media', words, {
      buckets: ['descriptions'],
      timeoutSeconds: 30,
    }),
  ];
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

function bodyOf(draft: Draft, item: DraftItem, index: number, options: XOptions): Json {
  const { disclosure, replyTo } = draft;
  const text = outgoingText(item);
  const answered = answeredItem(draft, index);
  const parent = answered === undefined ? replyTo?.id : outputOf(`post-${answered}`, 'id');
  const audience = audiences[options.replies];
  const paid =
    options.paidPartnership ?? (disclosure === 'advertisement' || disclosure === 'partnership');
  return {
    ...(text !== '' && { text }),
    ...(item.media.length > 0 && {
      media: {
        media_ids: item.media.map((_, media) => outputOf(`upload-${index}-${media}`, 'id')),
      },
    }),
    ...(item.poll && {
      poll: {
        options: item.poll.options,
        duration_minutes: Math.ceil(item.poll.durationSeconds / 60),
      },
    }),
    ...(parent !== undefined && { reply: { in_reply_to_tweet_id: parent } }),
    ...(index === 0 && options.quote && { quote_tweet_id: options.quote.id }),
    ...(index === 0 && audience && { reply_settings: audience }),
    ...(index === 0 && options.community !== undefined && { community_id: options.community }),
    ...((options.madeWithAi ?? disclosure === 'automated') && { made_with_ai: true }),
    ...(paid && { paid_partnership: true }),
  };
}
