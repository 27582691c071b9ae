import type { Draft, Publication } from '@affiche/core';
import { plainWords } from './plain-words.ts';
import { textNumber } from './text-sketch.ts';

/** Everything that readers read of a draft. */
export function textOf({ items }: Pick<Draft, 'items'>): string {
  return items.map(({ text }) => text).join('\n');
}

/**
 * The numbers by which others that say the same on the same network are found: one, or none for a
 * picture without words.
 */
export function wordsOf({ account, draft }: Pick<Publication, 'account' | 'draft'>): number[] {
  const normal = plainWords(textOf(draft));
  return normal === '' ? [] : [textNumber(`${account.platform}\n${normal}`)];
}
