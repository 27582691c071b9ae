import type { DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';

/** Whether the address of an item's link stands beside its text, as the card that Threads makes of it. */
export function hasCard({ text, link, media, poll }: DraftItem): boolean {
  return link !== undefined && text.trim() !== '' && media.length === 0 && !poll;
}

/** The text that goes out. A link that cannot be a card must be in it. */
export function outgoingText(item: DraftItem): string {
  return hasCard(item) ? item.text : withLink(item);
}

/** The addresses in a text. */
export function findLinks(text: string): { readonly start: number; readonly url: string }[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]{1,2048}/giu)].map(({ index, 0: found }) => ({
    start: index,
    // What ends a sentence is no part of an address.
    url: found.replace(/[.,;:!?)\]'’”]{1,8}$/u, ''),
  }));
}
