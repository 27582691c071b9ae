import type { DraftItem } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import { withLink } from '../post-text.ts';
import { findWebAddresses } from './web-addresses.ts';

/** The text that goes out. The server makes a card of its first link, so every link must be in it. */
export function outgoingText(item: DraftItem): string {
  return withLink(item);
}

/**
 * Counts a text as Mastodon does: in graphemes, each link as a fixed number, and of a person on
 * another server only the name before the second `@`. The content warning counts along.
 *
 * ```ts
 * import { countMastodon } from '@affiche/platforms/mastodon';
 *
 * countMastodon('https://example.com/a/long/address'); // => 23
 * countMastodon('by @anna@example.social'); // => 8
 * ```
 *
 * @see {@link https://docs.joinmastodon.org/user/posting/#text | Mastodon: text} (2026-11-21)
 */
export function countMastodon(
  text: string,
  { contentWarning = '', charactersPerUrl = 23 } = {},
): number {
  let shortened = '';
  let position = 0;
  for (const { start, end } of findWebAddresses(text)) {
    shortened += `${withoutDomains(text.slice(position, start))}${'x'.repeat(charactersPerUrl)}`;
    position = end;
  }
  return countGraphemes(contentWarning + shortened + withoutDomains(text.slice(position)));
}

const person =
  /(?<![=/\p{L}\p{M}\p{N}_])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[\p{L}\p{M}\p{N}_]+(?:[.-]+[\p{L}\p{M}\p{N}_]+)*(?![@＠]|:\/\/)/giu;

/** `@anna@example.social` reads `@anna`. */
function withoutDomains(text: string): string {
  return text.replace(person, '@$1');
}
