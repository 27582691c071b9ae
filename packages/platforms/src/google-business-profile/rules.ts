import type { Composition, Draft, DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { GoogleBusinessProfileFacts } from './facts.ts';
import type { GoogleBusinessProfileOptions } from './settings.ts';

/** A draft on its way to a business's profile. */
export type BusinessComposition = Composition<
  GoogleBusinessProfileOptions,
  GoogleBusinessProfileFacts
>;

/** What is said: a post has a button for its link, an answer has not. */
export function wordsOf(item: DraftItem, { replyTo }: Draft): string {
  return replyTo ? withLink(item) : item.text;
}

/** Characters as code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const address = /https?:\/\/\S+/g;
const numbers = /(?<![\w.,/-])(?:\+\d|\(0?\d|00?\d)[\d\s()./-]{5,18}\d(?![\w/-])/g;
const northAmerican = /(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/;

/** A telephone number among the words, as far as one can be told; addresses hold none. */
export function phoneNumberIn(text: string): string | undefined {
  const words = text.replaceAll(address, ' ');
  const found = [...words.matchAll(numbers)].map(([match]) => match);
  const long = found.find((match) => {
    const digits = match.replaceAll(/\D/g, '').length;
    return digits >= 8 && digits <= 15;
  });
  return (long ?? northAmerican.exec(words)?.[0])?.trim();
}
