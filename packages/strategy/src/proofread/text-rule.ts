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

type MakeRule = (
  id: string,
  message: Text,
  pattern: RegExp,
  better: TextRule['better'] | string,
) => TextRule;

/** A rule of typography: told, not insisted on. */
export const typography: MakeRule = (id, ...rest) =>
  textRule(`proofread/typography/${id}`, 'info', ...rest);

/** A rule of grammar or usage. */
export const grammar: MakeRule = (id, ...rest) =>
  textRule(`proofread/grammar/${id}`, 'warning', ...rest);

function textRule(
  id: string,
  severity: Severity,
  message: Text,
  pattern: RegExp,
  better: TextRule['better'] | string,
): TextRule {
  const replace = typeof better === 'string' ? () => better : better;
  return { id, severity, message, pattern, better: replace };
}

/** Gives a replacement the capital of what it replaces. */
export function likeCase(original: string, replacement: string): string {
  const first = original.charAt(0);
  return first !== first.toLowerCase()
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
