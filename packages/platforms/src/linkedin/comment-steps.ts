import type { DraftItem, Json, Step } from '@affiche/core';
import { type OutputReference, referencedSteps } from '../output-reference.ts';
import { plainWords } from './little-text.ts';
import { outgoingText } from './rules.ts';
import type { LinkedInSettings } from './settings.ts';

/** What comments stand under: our own new post, or somebody's post or comment. */
interface CommentTarget {
  readonly id: string | OutputReference;
  /** The post, where the target is a comment. */
  readonly root?: { readonly id: string } | undefined;
}

/** One comment for each item, all of them under the same post or comment. */
export function commentSteps(
  items: readonly DraftItem[],
  { id, root }: CommentTarget,
  firstIndex: number,
  { settleSeconds = 15 }: LinkedInSettings,
): Step[] {
  const nested = typeof id === 'string' && id.startsWith('urn:li:comment:');
  const object = nested ? (root?.id ?? postOf(id)) : id;
  return items.map((item, offset) => {
    const index = firstIndex + offset;
    const request: Json = {
      target: id,
      object,
      ...(nested && { parentComment: id }),
      text: plainWords(outgoingText({ ...item, role: 'first-comment' })),
    };
    return {
      id: `comment-${index}`,
      kind: 'create-comment',
      item: index,
      visibility: 'public',
      recognition: 'lookup',
      // In the order of the draft, and only under a post that was kept.
      needs: [
        ...new Set([...referencedSteps(request), ...(offset > 0 ? [`comment-${index - 1}`] : [])]),
      ],
      costs: [{ bucket: 'comments', points: 1 }],
      timeoutSeconds: 30,
      settleSeconds,
      request,
    };
  });
}

/** The post that a comment's own name tells: `urn:li:comment:(urn:li:activity:1,2)`. */
function postOf(comment: string): string {
  return /\((?<post>urn:[^,]+),/.exec(comment)?.groups?.['post'] ?? comment;
}
