import type { DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import { isComment, kindOf, pollDays, type RedditComposition, titleOf, wordsOf } from './rules.ts';
import type { RedditOptions, RedditSettings } from './settings.ts';

/** Turns a draft into steps: its files, the post that shows them, and the comments under it. */
export function compile(composition: RedditComposition, settings: RedditSettings): Step[] {
  const { draft, options } = composition;
  return draft.items.flatMap((item, index) => {
    const text = wordsOf(item, isComment(composition, index));
    if (options.edits) {
      return [visible(index, 'edit', { id: fullName(options.edits.id), text }, settings)];
    }
    if (!isComment(composition, index)) {
      const request = postRequest(item, options);
      return [...uploads(item, options), visible(index, 'submit', request, settings)];
    }
    const answered = answeredItem(draft, index);
    const parent =
      answered === undefined
        ? fullName(draft.replyTo?.id ?? '')
        : outputOf(stepId(composition, answered), 'id');
    return [visible(index, 'comment', { parent, text }, settings)];
  });
}

/** An id with its kind: those of posts are written with and without. */
function fullName(id: string): string {
  return /^t\d_/.test(id) ? id : `t3_${id}`;
}

function stepId(composition: RedditComposition, index: number): string {
  return `${isComment(composition, index) ? 'comment' : 'submit'}-${index}`;
}

function visible(
  index: number,
  kind: 'submit' | 'comment' | 'edit',
  request: Json,
  { settleSeconds = 30 }: RedditSettings,
): Step {
  return {
    id: `${kind}-${index}`,
    kind,
    item: index,
    visibility: 'public',
    recognition: kind === 'edit' ? 'evidence' : 'lookup',
    needs: referencedSteps(request),
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 60,
    settleSeconds,
    request,
  };
}

function uploads({ media }: DraftItem, { poster }: RedditOptions): Step[] {
  const files = media.map(({ source, mimeType }) => ({ source, mimeType }));
  const video = media.some(({ kind }) => kind === 'video');
  return [...files, ...(video && poster ? [poster] : [])].map((file, position) =>
    invisibleStep(`upload-0-${position}`, 'upload', file, {
      buckets: ['requests'],
      timeoutSeconds: 600,
    }),
  );
}

function postRequest(item: DraftItem, options: RedditOptions): Json {
  const { subreddit = '', flair, nsfw, spoiler, sendReplies, gallery = [], poster } = options;
  const kind = kindOf(item);
  const first = item.media.length > 0 && kind !== 'gallery' && kind !== 'poll';
  const url = first ? outputOf('upload-0-0', 'url') : kind === 'link' ? item.link?.url : undefined;
  return {
    kind,
    subreddit,
    title: titleOf(item, options),
    text: wordsOf(item, false),
    ...(url !== undefined && { url }),
    ...(kind === 'video' && poster && { poster: outputOf(`upload-0-${item.media.length}`, 'url') }),
    pictures:
      kind === 'gallery'
        ? item.media.map((_, position) => ({
            id: outputOf(`upload-0-${position}`, 'id'),
            caption: gallery[position]?.caption ?? '',
            link: gallery[position]?.link ?? '',
          }))
        : [],
    ...(item.poll && { poll: { options: item.poll.options, days: pollDays(item.poll) } }),
    ...(flair && {
      flair: { id: flair.id, ...(flair.text !== undefined && { text: flair.text }) },
    }),
    nsfw,
    spoiler,
    sendReplies,
  };
}
