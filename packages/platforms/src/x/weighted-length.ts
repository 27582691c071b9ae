import { findEmojiSequences } from './emoji-sequence.ts';
import { findUrls } from './url-entities.ts';

/** The weights of X's own configuration, version 3. */
const light: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const lightWeight = 1;
const heavyWeight = 2;
const urlWeight = 23;

/**
 * Counts a text as X does: an address weighs 23 however long it is, an emoji 2 however it is put
 * together, letters of Latin, Cyrillic, Arabic and their like 1, everything else 2.
 *
 * ```ts
 * import { weightedLength } from '@affiche/platforms/x';
 *
 * weightedLength('Größe 42 – café €99'); // => 20
 * weightedLength('新しい靴 example.com'); // => 32
 * ```
 *
 * @see {@link https://docs.x.com/fundamentals/counting-characters | X: counting characters} (2026-11-21)
 */
export function weightedLength(text: string): number {
  if (isPlain(text)) return plainLength(text);
  const normal = text.normalize();
  const urls = findUrls(normal);
  const emoji = findEmojiSequences(normal);
  let weight = 0;
  let index = 0;
  // Both come in order, and an address hides the emoji in it.
  let nextEmoji = 0;
  for (const url of [...urls, { start: normal.length, length: 0 }]) {
    while (index < url.start) {
      while ((emoji[nextEmoji]?.start ?? Infinity) < index) nextEmoji += 1;
      const sequence = emoji[nextEmoji];
      if (sequence?.start === index) {
        weight += heavyWeight;
        index += sequence.length;
      } else {
        const code = normal.codePointAt(index) ?? 0;
        weight += isLight(code) ? lightWeight : heavyWeight;
        index += code > 0xffff ? 2 : 1;
      }
    }
    if (index > url.start || url.length === 0) continue;
    weight += urlWeight;
    index += url.length;
  }
  return weight;
}

/** Whether a text holds only what X can store. */
export function isStorable(text: string): boolean {
  return !/[\ufffe\ufeff\uffff]/.test(text);
}

function isLight(code: number): boolean {
  return code <= 4351 || light.some(([from, to]) => code >= from && code <= to);
}

/** Whether a text is Latin letters and their like: normal as it is, without emoji, each letter light. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) >= 0x300) return false;
  }
  return true;
}

function plainLength(text: string): number {
  let weight = 0;
  let position = 0;
  for (const { start, length } of findUrls(text)) {
    if (start < position) continue;
    weight += start - position + urlWeight;
    position = start + length;
  }
  return weight + Math.max(0, text.length - position);
}
