import type { Severity } from '@affiche/core';
import type { Text } from '../language.ts';

/** Whether a dictionary has a word. */
export type IsWord = (word: string) => boolean;

/** Something a pattern finds in a text, and what to write instead. */
export interface TextRule {
  readonly id: string;
  readonly severity: Severity;
  readonly message: Text;
  /** Needs the flag `g`. */
  readonly pattern: RegExp;
  /** What to write instead of the whole match; `undefined` when the match is right after all. */
  readonly better: (match: RegExpMatchArray, isWord: IsWord) => string | undefined;
}

/** A rule of typography: told, not insisted on. */
export function typography(
  id: string,
  message: Text,
  pattern: RegExp,
  better: TextRule['better'] | string,
): TextRule {
  return {
    id: `proofread/typography/${id}`,
    severity: 'info',
    message,
    pattern,
    better: typeof better === 'string' ? () => better : better,
  };
}

/** A rule of grammar or usage. */
export function grammar(
  id: string,
  message: Text,
  pattern: RegExp,
  better: TextRule['better'] | string,
): TextRule {
  return {
    id: `proofread/grammar/${id}`,
    severity: 'warning',
    message,
    pattern,
    better: typeof better === 'string' ? () => better : better,
  };
}

/** Gives a replacement the capital of what it replaces. */
export function likeCase(original: string, replacement: string): string {
  const first = original.charAt(0);
  return first !== first.toLowerCase()
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
