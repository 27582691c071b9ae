import { emojiLengthAt } from './emoji-sequence.ts';
import { glue, heavy, lastOfLatin, traitsOf, unsettled } from './unit-traits.ts';
import { findUrls } from './url-entities.ts';

const emojiWeight = 2;
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
  const weight = weigh(text, true);
  // Most texts are in normal form, and to make sure costs more than to count.
  return weight < 0 ? weigh(text.normalize(), false) : weight;
}

/** Whether a text holds only what X can store. */
export function isStorable(text: string): boolean {
  return !/[\ufffe\ufeff\uffff]/.test(text);
}

/** The weight of a text; below 0 where it must be normalized first. */
function weigh(text: string, mustBeNormal: boolean): number {
  let weight = 0;
  let position = 0;
  for (const { start, length } of findUrls(text)) {
    if (start < position) continue;
    const before = letterWeight(text, position, start, mustBeNormal);
    position = start + length;
    if (before < 0 || (mustBeNormal && !isNormal(text, start, position))) return -1;
    weight += before + urlWeight;
  }
  const rest = letterWeight(text, position, text.length, mustBeNormal);
  return rest < 0 ? -1 : weight + rest;
}

/** Whether an address is in normal form for sure; nearly all of them are Latin throughout. */
function isNormal(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    if (text.charCodeAt(index) > lastOfLatin) return letterWeight(text, index, end, true) >= 0;
  }
  return true;
}

/** The weight of letters and emoji; -1 where the text must be normalized first. */
function letterWeight(text: string, start: number, end: number, mustBeNormal: boolean): number {
  let weight = 0;
  let unit = unitAt(text, start);
  for (let index = start; index < end;) {
    const next = unitAt(text, index + 1);
    if (unit <= lastOfLatin && next <= lastOfLatin) {
      weight += 1;
      index += 1;
      unit = next;
      continue;
    }
    const traits = traitsOf(unit);
    if (mustBeNormal && (traits & unsettled) !== 0) return -1;
    const isPair = (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
    const width = isPair ? 2 : 1;
    const second = isPair ? unitAt(text, index + 2) : next;
    // The second character tells whether there can be a sequence at all; looking for one is slow.
    const emoji = (traitsOf(second) & glue) === 0 ? 0 : emojiLengthAt(text, index, width);
    weight += emoji > 0 ? emojiWeight : 1 + (traits & heavy);
    index += emoji || width;
    unit = emoji > 0 ? unitAt(text, index) : second;
  }
  return weight;
}

/** A whole number even behind the end, where a number that is none would slow down every sum. */
function unitAt(text: string, index: number): number {
  return index < text.length ? text.charCodeAt(index) : 0;
}
