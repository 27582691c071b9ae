import { type Located, locate } from '../voice/located.ts';
import type { IsWord } from './text-rule.ts';

const word = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu;
// Only a vowel, or the h that some words begin with, swallows the vowel before it.
const elided =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[’'](?=[aeiouyhâàéèêëîïôûœæ])/iu;
const sentenceStart = /(?:^|[.!?…:»“"«\n]\s*|[-–—•]\s+)$/u;

/** Words of a text that no dictionary has. Names, codes and words with digits are left alone. */
export function misspellings(text: string, isWord: IsWord): Located[] {
  const inSentences = new Set(
    locate(text, word)
      .filter(({ start, words }) => isCapitalised(words) && !startsSentence(text, start))
      .map(({ words }) => words),
  );
  return locate(text, word).filter(({ words, start, end }) => {
    if (words.length < 2 || touchesDigit(text, start, end)) return false;
    if (isCapitalised(words)) {
      const accented = accentedCapital(words);
      if (accented && !known(words, isWord) && known(accented, isWord)) return true;
      // A capital inside a sentence makes a name, and a name is a name at its start too.
      if (!startsSentence(text, start) || inSentences.has(words)) return false;
      return !known(words, isWord) && !known(words.toLowerCase(), isWord);
    }
    return !known(words, isWord);
  });
}

function known(words: string, isWord: IsWord): boolean {
  const plain = words.replaceAll('’', "'");
  if (isWord(plain) || isWord(words)) return true;
  const bare = plain.replace(elided, '').replace(/'s$/, '');
  if (bare !== plain && bare !== '' && known(bare, isWord)) return true;
  const parts = bare.split('-');
  return parts.length > 1 && parts.every((part) => part === 't' || known(part, isWord));
}

function isCapitalised(words: string): boolean {
  return /^(?:\p{Ll}{1,6}[’'])?\p{Lu}/u.test(words) || /\p{Ll}\p{Lu}/u.test(words);
}

/** « Ecole » with the accent that its capital lost. */
function accentedCapital(words: string): string | undefined {
  return /^E\p{Ll}/u.test(words) ? `é${words.slice(1)}` : undefined;
}

function startsSentence(text: string, start: number): boolean {
  return sentenceStart.test(text.slice(Math.max(0, start - 4), start));
}

function touchesDigit(text: string, start: number, end: number): boolean {
  return /\d/.test(text.charAt(start - 1) + text.charAt(end));
}
