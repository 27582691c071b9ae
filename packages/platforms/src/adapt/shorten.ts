import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';
import { cutToFit } from './cut.ts';

/** Cuts a text that is too long, and says what was cut. */
export function shorten(
  pieces: readonly DraftItem[],
  { index, trial }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  if (!item || trial.fits(item)) return undefined;
  const cut = cutToFit(item.text, (head) => trial.fits({ ...item, text: `${head}…` }));
  if (!cut) return undefined;
  return {
    items: [{ ...item, text: `${cut.head}…` }, ...rest],
    change: {
      strategy: 'shorten',
      path: ['items', index, 'text'],
      message: 'The end of the text was cut.',
      removed: `${cut.between}${cut.tail}`,
    },
  };
}
