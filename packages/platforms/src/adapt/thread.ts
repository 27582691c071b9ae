import type { DraftItem } from '@affiche/core';
import type { Reshaped } from './change.ts';
import type { Surroundings } from './surroundings.ts';
import { cutToFit } from './cut.ts';

/** Lets a text that is too long go on in replies. Media, link and poll stay with its beginning. */
export function makeThread(
  pieces: readonly DraftItem[],
  { index, trial, options: { longestThread = 25, numbered = false } }: Surroundings,
): Reshaped | undefined {
  const [item, ...rest] = pieces;
  if (!item || trial.fits(item) || !trial.can('thread')) return undefined;
  // A comment on a comment is no thread.
  if (item.role === 'first-comment') return undefined;
  const longestMark = numbered ? ` ${longestThread}/${longestThread}` : '';
  const texts: string[] = [];
  for (let left = item.text.trim(); left !== '';) {
    const shell: DraftItem = texts.length === 0 ? item : { text: '', media: [], role: 'reply' };
    const fits = (text: string) => trial.fits({ ...shell, text: `${text}${longestMark}` });
    const cut = cutToFit(left, fits);
    if (!cut || texts.length === longestThread) return undefined;
    texts.push(cut.head);
    left = cut.tail;
  }
  const items = texts.map((text, position) => {
    const marked = numbered ? `${text} ${position + 1}/${texts.length}` : text;
    return pieceOf(item, marked, position, texts);
  });
  return {
    items: [...items, ...rest],
    change: {
      strategy: 'thread',
      path: ['items', index, 'text'],
      message: `The text goes on in a thread of ${texts.length} posts.`,
    },
  };
}

function pieceOf(
  { link, ...item }: DraftItem,
  text: string,
  position: number,
  texts: readonly string[],
): DraftItem {
  // The card belongs to the post that speaks of the address; to the first one, if none does.
  const home = Math.max(0, link ? texts.findIndex((each) => each.includes(link.url)) : 0);
  const card = link && position === home ? { link } : {};
  return position === 0 ? { ...item, ...card, text } : { ...card, text, media: [], role: 'reply' };
}
