import type { DraftItem, Media } from '@affiche/core';
import type { PinterestOptions } from './settings.ts';

/** What stands above the description. */
export function titleOf({ link }: DraftItem, { title }: PinterestOptions): string | undefined {
  return title ?? link?.title;
}

/** The one text alternative of a pin; a carousel has no more than that either. */
export function altOf(media: readonly Media[]): string | undefined {
  const told = media.flatMap(({ alt }) => (alt === undefined || alt === '' ? [] : [alt]));
  return told.length === 0 ? undefined : told.join('; ');
}

/** Characters as the specification of the interface counts them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Whether a pin shows a film. */
export function isFilm({ kind }: Media): boolean {
  return kind === 'video';
}
