import type { DraftItem, PostReference, Step } from '@affiche/core';
import { type OutputReference, referencedSteps } from '../output-reference.ts';
import type { CommentRequest } from './requests.ts';
import { captionOf } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

/** What words go under, or to whom. */
interface Addressee {
  readonly id: string | OutputReference;
  readonly root?: PostReference['root'];
  readonly answers: CommentRequest['answers'];
}

/** One comment or message for each item, all of them to the same. */
export function commentSteps(
  items: readonly DraftItem[],
  { id, root, answers }: Addressee,
  firstIndex: number,
  { settleSeconds = 30 }: InstagramSettings,
): Step[] {
  const isMessage = answers === 'message' || answers === 'private-reply';
  return items.map((item, offset) => {
    const index = firstIndex + offset;
    const request = {
      answers,
      target: id,
      ...(root && { root: root.id }),
      message: captionOf(item),
    };
    return {
      id: `comment-${index}`,
      kind: 'create-comment',
      item: index,
      visibility: isMessage ? 'private' : 'public',
      // What was said under other people's posts, and to people alone, cannot be listed.
      recognition: isMessage || answers === 'mention' ? 'none' : 'lookup',
      needs: [
        ...new Set([...referencedSteps(request), ...(offset > 0 ? [`comment-${index - 1}`] : [])]),
      ],
      costs: ['requests', ...(answers === 'private-reply' ? ['private-replies'] : [])].map(
        (bucket) => ({ bucket, points: 1 }),
      ),
      timeoutSeconds: 30,
      settleSeconds,
      request,
    };
  });
}
