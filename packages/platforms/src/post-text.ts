import type { DraftItem } from '@affiche/core';

/** The text of an item with the address of its link, where that would be lost otherwise. */
export function withLink({ text, link }: DraftItem): string {
  if (!link || text.includes(link.url)) return text;
  return text === '' ? link.url : `${text}\n\n${link.url}`;
}
