import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';

/** Spreads more files than a post may hold over a thread. */
export function spreadMedia(
  pieces: readonly DraftItem[],
  { index, trial }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  if (!item || !trial.overflows(item) || !trial.can('thread')) return undefined;
  const groups: DraftItem['media'][] = [];
  for (const each of item.media) {
    const open = groups.at(-1);
    if (open && !trial.overflows({ ...item, media: [...open, each] })) open.push(each);
    else groups.push([each]);
  }
  const [first = [], ...others] = groups;
  const more = others.map((media): DraftItem => ({ text: '', media, role: 'reply' }));
  return {
    items: [{ ...item, media: first }, ...rest, ...more],
    change: {
      strategy: 'media',
      path: ['items', index, 'media'],
      message: `The ${item.media.length} files go out in ${groups.length} posts of a thread.`,
    },
  };
}
