import { type Random, seededRandom } from '@affiche/core';
import type { Language } from '@affiche/strategy';

/** A sentence with one slip in it, and where. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Slip = (found: string, random: Random) => string;
type Kind = readonly [name: string, where: RegExp, slip: Slip];

const lowerWord = /(?<![\p{L}#’'-])\p{Ll}{4,}(?![\p{L}’'-])/gu;
const at = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from));

// What fingers do. Nobody looks into a dictionary: some slips make another word, as in life.
const fingers: readonly Kind[] = [
  [
    'letter left out',
    lowerWord,
    (word, random) => {
      const place = at(random, 1, word.length);
      return word.slice(0, place) + word.slice(place + 1);
    },
  ],
  [
    'letters swapped',
    lowerWord,
    (word, random) => {
      const place = at(random, 0, word.length - 1);
      return word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
    },
  ],
  [
    'letter doubled',
    lowerWord,
    (word, random) => {
      const place = at(random, 1, word.length);
      return word.slice(0, place) + word[place - 1] + word.slice(place);
    },
  ],
  [
    'wrong letter',
    lowerWord,
    (word, random) => {
      const place = at(random, 1, word.length);
      const letter = 'abcdefghijklmnopqrstuvwxyz'[at(random, 0, 26)] ?? 'x';
      return word.slice(0, place) + letter + word.slice(place + 1);
    },
  ],
  [
    'letter added',
    lowerWord,
    (word, random) => {
      const place = at(random, 1, word.length);
      const letter = 'abcdefghijklmnopqrstuvwxyz'[at(random, 0, 26)] ?? 'x';
      return word.slice(0, place) + letter + word.slice(place);
    },
  ],
];

const keyboard: readonly Kind[] = [
  ['two spaces', /(?<=\p{L}) (?=\p{L})/gu, () => '  '],
  ['word twice', lowerWord, (word) => `${word} ${word}`],
  ['space before a stop', /(?<=\p{L})[,.](?=\s)/gu, (stop) => ` ${stop}`],
  ['no space after a comma', /(?<=\p{L}), (?=\p{L})/gu, () => ','],
  ['no capital', /(?<=\p{L}{3}\. )\p{Lu}\p{Ll}+/gu, (word) => word.toLowerCase()],
];

const french: readonly Kind[] = [
  [
    'accent left out',
    /(?<![\p{L}#’'-])\p{Ll}*[éèêâîôûëïç]\p{Ll}*(?![\p{L}’'-])/gu,
    (word) => word.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  ],
  ['no space before a sign', /\u00a0(?=[;:!?»])/gu, () => ''],
  ['breaking space before a sign', /\u00a0(?=[;:!?»])/gu, () => ' '],
  ['straight apostrophe', /(?<=\p{L})’(?=\p{L})/gu, () => "'"],
];

/** Plants slips of every kind in turn, each in a clean sentence of its own; the same seed, the same slips. */
export function plantErrors(clean: string, language: Language, count: number): Planted[] {
  const random = seededRandom('proofread');
  const paragraphs = clean.split('\n').filter((line) => line.trim() !== '');
  const kinds = [...fingers, ...keyboard, ...(language === 'fr' ? french : [])];
  const planted: Planted[] = [];
  for (let turn = 0; planted.length < count; turn += 1) {
    const text = paragraphs[at(random, 0, paragraphs.length)] ?? '';
    const [kind, where, slip] = kinds[turn % kinds.length] as Kind;
    const places = [...text.matchAll(where)];
    const place = places[at(random, 0, places.length)];
    if (!place) continue;
    const wrong = slip(place[0], random);
    if (wrong === place[0]) continue;
    planted.push({
      kind,
      text: text.slice(0, place.index) + wrong + text.slice(place.index + place[0].length),
      start: place.index,
      end: place.index + wrong.length,
    });
  }
  return planted;
}
