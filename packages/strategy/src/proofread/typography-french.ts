import { type TextRule, typography } from './text-rule.ts';

const noBreak = '\u00a0';
const ligature: Readonly<Record<string, string>> = { oe: 'œ', Oe: 'Œ', OE: 'Œ' };

/**
 * French typography, as the Imprimerie nationale sets it, with one no-break space for both widths.
 */
export const frenchTypography: readonly TextRule[] = [
  typography(
    'space-before-sign',
    {
      en: 'A no-break space belongs before this sign.',
      fr: 'Il faut une espace insécable avant ce signe.',
    },
    /(?<=[\p{L}\p{N})%€…]) *(?:[;!?](?!\))|»|:(?=\s|$))/gu,
    (match) => noBreak + match[0].trim(),
  ),
  typography(
    'space-after-quote',
    {
      en: 'A no-break space belongs after this sign.',
      fr: 'Il faut une espace insécable après ce signe.',
    },
    /«(?![\u00a0\u202f]) ?/gu,
    `«${noBreak}`,
  ),
  typography(
    'quotes',
    { en: 'French quotes are « and ».', fr: 'Les guillemets français sont « et ».' },
    /"([^"\n]+)"/gu,
    ([, words = '']) => `«${noBreak}${words.trim()}${noBreak}»`,
  ),
  typography(
    'apostrophe',
    { en: 'The apostrophe is straight.', fr: 'L’apostrophe est droite.' },
    /(?<=\p{L})'(?=\p{L})/gu,
    '’',
  ),
  typography(
    'ellipsis',
    { en: 'Three dots are one sign.', fr: 'Les points de suspension sont un seul signe.' },
    /\.{2,}/gu,
    '…',
  ),
  typography(
    'unit',
    { en: 'A space is missing before the unit.', fr: 'Il manque une espace avant l’unité.' },
    /(?<=\d)[€%]/gu,
    (match) => noBreak + match[0],
  ),
  typography(
    'ligature',
    { en: 'The ligature œ is missing.', fr: 'La ligature œ manque.' },
    /(?<!\p{L})(?:c|s|b|ch|man|n|v|m|g|h|d|r|d[ée]s|rec)?oe(?=u[rfvdxmt]|il|uil|uvr|ufs|nolog|soph|d[èe]me|cum)\p{L}*/giu,
    (match) => match[0].replace(/oe/i, (letters) => ligature[letters] ?? 'œ'),
  ),
  typography(
    'capital-accent',
    { en: 'Capitals keep their accents.', fr: 'Les majuscules gardent leurs accents.' },
    /(?<=^|[.!?…»]\s|\n)A (?!été |voté|eu |fait |-)(?=[\p{L}\d])/gu,
    'À ',
  ),
  typography(
    'cedilla',
    { en: 'The cedilla is missing.', fr: 'La cédille manque.' },
    /(?<![\p{L}’'-])ca(?![\p{L}-])/giu,
    (match) => (match[0].startsWith('C') ? 'Ça' : 'ça'),
  ),
];
