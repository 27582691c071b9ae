import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';

/** Takes the address out of the text where a card shows it anyway. */
export function leaveToCard(
  pieces: readonly DraftItem[],
  { index, trial }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  const url = item?.link?.url;
  if (!item || url === undefined || trial.fits(item)) return undefined;
  // Inside a sentence the address is a word; at the end it only repeats the card.
  if (!item.text.trimEnd().endsWith(url)) return undefined;
  const shorter = { ...item, text: item.text.trimEnd().slice(0, -url.length).trimEnd() };
  const seen = trial.preview(shorter);
  const writtenOut = seen?.segments.some(({ text }) => text.includes(url)) ?? true;
  if (seen?.card?.url !== url || writtenOut) return undefined;
  return {
    items: [shorter, ...rest],
    change: {
      strategy: 'card',
      path: ['items', index, 'text'],
      message: `The address ${url} is shown by the card alone.`,
    },
  };
}
