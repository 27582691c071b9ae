import { type TextRule, typography } from './text-rule.ts';

const emphasis = new Set([
  'très',
  'trop',
  'si',
  'oui',
  'non',
  'bla',
  'very',
  'really',
  'so',
  'had',
  'that',
  'no',
  'bye',
  'ha',
]);
const reflexive = new Set(['nous', 'vous']);

/** Slips of the keyboard that English and French share. */
export const sharedTypography: readonly TextRule[] = [
  typography(
    'double-space',
    { en: 'There are two spaces.', fr: 'Il y a deux espaces.' },
    /(?<=\S) {2,}(?=\S)/gu,
    ' ',
  ),
  typography(
    'space-before-stop',
    { en: 'There is a space before the stop.', fr: 'Il y a une espace avant le signe.' },
    /(?<=[\p{L}\p{N}]) +[,.](?=\s|$)/gu,
    (match) => match[0].trim(),
  ),
  typography(
    'space-after-comma',
    { en: 'A space is missing.', fr: 'Il manque une espace.' },
    /(?<=\p{L}),(?=\p{L})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu,
    (match) => `${match[0]} `,
  ),
  typography(
    'capital',
    { en: 'A sentence begins with a capital.', fr: 'Une phrase commence par une majuscule.' },
    /(?<=\p{Ll}{3}[\p{Ll}\u00a0\u202f ]?[.?] )\p{Ll}[\p{L}’']*/gu,
    (match) => match[0].charAt(0).toUpperCase() + match[0].slice(1),
  ),
  typography(
    'repeated-word',
    { en: 'The word is there twice.', fr: 'Le mot est répété.' },
    /(?<![\p{L}’'-])(\p{L}{2,}) \1(?![\p{L}’'-])/giu,
    ([, word = '']) => {
      const folded = word.toLowerCase();
      return emphasis.has(folded) || reflexive.has(folded) ? undefined : word;
    },
  ),
];
