import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';

/** Moves the hashtags at the end of a text into a first comment, where that is enough. */
export function moveHashtags(
  pieces: readonly DraftItem[],
  { index, trial, draft }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  if (!item || index > 0 || trial.fits(item) || !trial.can('first-comment')) return undefined;
  if (draft.items.some(({ role }) => role === 'first-comment')) return undefined;
  const words = item.text.trimEnd().split(/(?=\s)/);
  let first = words.length;
  while (first > 0 && /^\s*[#＃][^\s#＃]+$/u.test(words[first - 1] ?? '')) first -= 1;
  const body = words.slice(0, first).join('').trimEnd();
  const tags = words.slice(first).join('').trim();
  const shorter = { ...item, text: body };
  const comment: DraftItem = { text: tags, media: [], role: 'first-comment' };
  if (tags === '' || body === '' || !trial.fits(shorter) || !trial.fits(comment)) return undefined;
  return {
    items: [shorter, comment, ...rest],
    change: {
      strategy: 'hashtags',
      path: ['items', index, 'text'],
      message: `The hashtags stand in the first comment: ${tags}`,
    },
  };
}
