import type { Finding } from '@affiche/core';
import nspell from 'nspell';
import { type Language, write } from '../language.ts';
import type { Located, Span } from '../voice/located.ts';
import { withoutElisions } from './elision-affixes.ts';
import { englishGrammar } from './grammar-english.ts';
import { frenchGrammar } from './grammar-french.ts';
import { misspellings } from './spelling.ts';
import type { TextRule } from './text-rule.ts';
import { frenchTypography } from './typography-french.ts';
import { sharedTypography } from './typography-shared.ts';

/** A Hunspell dictionary, as the packages `dictionary-fr` and `dictionary-en` export it. */
export interface HunspellDictionary {
  readonly aff: Uint8Array | string;
  readonly dic: Uint8Array | string;
}

/** A slip, where it stands, and what to write instead. */
export interface ProofFinding extends Finding {
  readonly at: Span;
  /** The best first; empty when there is no idea. */
  readonly suggestions: readonly string[];
}

/** How a proofreader is made. */
export interface CreateProofreaderOptions {
  /** The language of the texts. */
  readonly language: Language;
  readonly dictionary: HunspellDictionary;
  /** Names and words of the trade that the dictionary does not have. */
  readonly words?: readonly string[];
  /**
   * The language of messages and fixes.
   *
   * @defaultValue the language of the texts
   */
  readonly messages?: Language;
}

/** How one text is read. */
export interface ProofreadOptions {
  /**
   * Spellings to suggest for an unknown word, at most. Looking for them takes most of the time.
   *
   * @defaultValue 3
   */
  readonly suggestions?: number;
}

/** Reads texts and finds slips. Making one unfolds its dictionary, which takes a second in French. */
export interface Proofreader {
  /** Every slip of a text, in order. */
  proofread(text: string, options?: ProofreadOptions): ProofFinding[];
}

const textRules: Readonly<Record<Language, readonly TextRule[]>> = {
  fr: [...sharedTypography, ...frenchTypography, ...frenchGrammar],
  en: [...sharedTypography, ...englishGrammar],
};

// Addresses, mentions and hashtags are nobody's spelling.
const untouchable = /https?:\/\/\S+|[\w.+-]+@[\w-]+\.\w+|[@#][\p{L}\p{N}_.-]+/gu;

const texts = {
  unknown: {
    en: '“{measured}” is in no dictionary.',
    fr: '« {measured} » n’est pas au dictionnaire.',
  },
  replace: { en: 'Write “{better}”.', fr: 'Écrivez « {better} ».' },
  noIdea: {
    en: 'Check the spelling, or teach the word.',
    fr: 'Vérifiez l’orthographe, ou apprenez le mot.',
  },
};

/**
 * Makes a proofreader from a dictionary.
 *
 * ```ts
 * import { createProofreader } from '@affiche/strategy/proofread';
 * import dictionary from 'dictionary-en';
 *
 * const { proofread } = createProofreader({ language: 'en', dictionary });
 * const [slip] = proofread('We bake a honest lof.');
 * slip?.suggestions; // => ['an honest']
 * ```
 */
export function createProofreader({
  language,
  dictionary,
  words = [],
  messages = language,
}: CreateProofreaderOptions): Proofreader {
  const speller = nspell(withoutElisions(decode(dictionary.aff)), decode(dictionary.dic));
  for (const word of words) speller.add(word);
  const isWord = (word: string) => speller.correct(word);
  const suggest = (word: string, most: number) =>
    most > 0 ? speller.suggest(word).slice(0, most) : [];

  return {
    proofread(text, { suggestions = 3 } = {}) {
      const own = text.replace(untouchable, (match) => '\ufffc'.repeat(match.length));
      const found = [
        ...misspellings(own, isWord).map((place) =>
          spelling(place, suggest(place.words, suggestions), messages),
        ),
        ...textRules[language].flatMap((rule) =>
          [...own.matchAll(rule.pattern)].flatMap((match) => {
            const better = rule.better(match, isWord);
            return better === undefined || better === match[0]
              ? []
              : [slip(rule, match, better, messages)];
          }),
        ),
      ];
      return found.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
    },
  };
}

function spelling(
  { words, start, end }: Located,
  suggestions: readonly string[],
  language: Language,
): ProofFinding {
  const [better] = suggestions;
  return {
    rule: 'proofread/spelling/unknown',
    severity: 'warning',
    path: ['text'],
    message: write(texts.unknown, language, { measured: words }),
    measured: words,
    fix: write(better === undefined ? texts.noIdea : texts.replace, language, {
      better: better ?? '',
    }),
    at: { start, end },
    suggestions,
  };
}

function slip(
  { id, severity, message }: TextRule,
  match: RegExpExecArray,
  better: string,
  language: Language,
): ProofFinding {
  const [words] = match;
  return {
    rule: id,
    severity,
    path: ['text'],
    message: write(message, language),
    measured: words,
    fix: write(texts.replace, language, { better }),
    at: { start: match.index, end: match.index + words.length },
    suggestions: [better],
  };
}

function decode(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}
