import { utf8Length } from '../utf8.ts';

const emoji =
  /\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=[\ufe0f\p{Emoji_Modifier}]))[\ufe0f\p{Emoji_Modifier}]*[\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*/gu;

/**
 * Counts a text as Threads does: every character is one, and every emoji as many as it has bytes in
 * UTF-8. Half a character counts one.
 *
 * ```ts
 * import { threadsLength } from '@affiche/platforms/threads';
 *
 * threadsLength('New boots'); // => 9
 * threadsLength('New boots 🥾'); // => 14
 * ```
 *
 * @see {@link https://developers.facebook.com/documentation/threads | Meta: Threads} (2026-11-21)
 */
export function threadsLength(text: string): number {
  let length = 0;
  let position = 0;
  for (const match of text.matchAll(emoji)) {
    length += codePoints(text, position, match.index) + utf8Length(match[0]);
    position = match.index + match[0].length;
  }
  return length + codePoints(text, position, text.length);
}

/** What the dearest emoji of a text costs; 0 where there is none. */
export function dearestEmoji(text: string): number {
  let most = 0;
  for (const [each] of text.matchAll(emoji)) most = Math.max(most, utf8Length(each));
  return most;
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    count += 1;
  }
  return count;
}
