import type { DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';
import { tiktokLimits } from './limits.ts';

/** Whether an item is photos, and no film. */
export function isPhotos({ media }: DraftItem): boolean {
  return media.length > 0 && media.every(({ kind }) => kind === 'image');
}

/** The text that goes out; addresses cannot be opened on TikTok, and are read all the same. */
export function outgoingText(item: DraftItem): string {
  return withLink(item);
}

/** How long the text of an item may be. */
export function textLimit(item: DraftItem) {
  return isPhotos(item) ? tiktokLimits.photoTextUnits : tiktokLimits.textUnits;
}
