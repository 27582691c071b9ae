import { invalidParameter } from '../meta/graph-answers.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3/u;

/** The length of a text as Threads counts it: emoji by their bytes, everything else by characters. */
function lengthOf(text: string): number {
  let length = 0;
  for (const { segment } of segmenter.segment(text)) {
    length += emoji.test(segment) ? Buffer.byteLength(segment) : Array.from(segment).length;
  }
  return length;
}

/** Refuses a text that is too long, or has too many links. */
export function checkText(text: string, card: string): void {
  if (lengthOf(text) > 500) throw invalidParameter('The text must be at most 500 characters long.');
  const links = new Set(text.match(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'’”]/giu));
  if (card !== '') links.add(card);
  if (links.size > 5) throw invalidParameter('THREADS_API__LINK_LIMIT_EXCEEDED');
}
