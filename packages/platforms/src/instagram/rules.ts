import type { Draft, DraftItem, Media } from '@affiche/core';
import { withLink } from '../post-text.ts';
import { publicAddress } from '../public-address.ts';
import type { InstagramOptions } from './options.ts';
import type { InstagramSettings } from './settings.ts';

/** What becomes of the first item of a draft. */
export type Format = 'image' | 'reel' | 'carousel' | 'story';

/** A single film is a reel, several files are a carousel. */
export function formatOf({ items }: Draft, { format }: InstagramOptions): Format {
  if (format === 'story') return 'story';
  const [{ media } = { media: [] as Media[] }] = items;
  if (media.length > 1) return 'carousel';
  return media[0]?.kind === 'video' ? 'reel' : 'image';
}

/** The text that goes out with a post or as a comment. An address in it opens nothing here. */
export function captionOf(item: DraftItem): string {
  return withLink(item);
}

/** Whether a file is sent, because there is nowhere that it could be fetched. */
export function isSent(media: Media, settings: InstagramSettings): boolean {
  return media.kind === 'video' && publicAddress(media.source, settings) === undefined;
}

const hashtag = /(?<![\p{L}\p{N}_&/])[#＃](?<name>[\p{L}\p{M}\p{N}_]+)/gu;
const mention = /(?<![\p{L}\p{N}_.@/])@(?<name>[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?)/giu;

/** A stretch of a caption that leads somewhere. */
export interface Pointer {
  readonly start: number;
  readonly text: string;
  readonly href: string;
}

/** The hashtags of a caption, each time that one stands there. */
export function findHashtags(text: string): Pointer[] {
  return find(text, hashtag, 'explore/tags/');
}

/** The people named in a caption, each time that one is. */
export function findMentions(text: string): Pointer[] {
  return find(text, mention, '');
}

function find(text: string, pattern: RegExp, under: string): Pointer[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    text: match[0],
    href: `https://www.instagram.com/${under}${encodeURIComponent((match.groups?.['name'] ?? '').toWellFormed())}/`,
  }));
}

/** The length of a text in characters, as Instagram's limits mean it; half a character counts one. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
