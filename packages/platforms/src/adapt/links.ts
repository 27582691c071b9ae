import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';

/** Swaps addresses for the shorter ones that were given, where that makes the text shorter at all. */
export function swapLinks(
  pieces: readonly DraftItem[],
  { index, trial, options: { shortLinks = {} } }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  if (!item || trial.fits(item)) return undefined;
  const swapped: string[] = [];
  let text = item.text;
  // The longest first: one address may be the beginning of another.
  for (const [long, short] of Object.entries(shortLinks).toSorted(
    ([one], [other]) => other.length - one.length,
  )) {
    const next = text.replaceAll(long, short);
    if (measure(trial, item, next) >= measure(trial, item, text)) continue;
    text = next;
    swapped.push(`${long} → ${short}`);
  }
  if (swapped.length === 0) return undefined;
  return {
    items: [{ ...item, text }, ...rest],
    change: {
      strategy: 'links',
      path: ['items', index, 'text'],
      message: `Addresses were swapped for shorter ones: ${swapped.join(', ')}.`,
    },
  };
}

function measure(trial: Surroundings['trial'], item: DraftItem, text: string): number {
  return trial.preview({ ...item, text })?.length.measured ?? 0;
}
