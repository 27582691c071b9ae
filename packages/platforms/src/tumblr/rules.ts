import type { Composition, DraftItem } from '@affiche/core';
import type { TumblrFacts } from './facts.ts';
import type { TumblrOptions } from './settings.ts';

/** A draft on its way to Tumblr. */
export type TumblrComposition = Composition<TumblrOptions, TumblrFacts>;

/** The paragraphs of a text: each is a block of its own. */
export function paragraphsOf({ text }: Pick<DraftItem, 'text'>): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
}

/** Characters as Tumblr counts them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
