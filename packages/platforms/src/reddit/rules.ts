import type { Composition, DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { RedditFacts } from './facts.ts';
import type { RedditOptions } from './settings.ts';

/** A draft on its way to Reddit. */
export type RedditComposition = Composition<RedditOptions, RedditFacts>;

/** What kind of post an item becomes; only the first can be one. */
export type PostKind = 'self' | 'link' | 'image' | 'gallery' | 'video' | 'poll';

/** What an item becomes, by what it holds. */
export function kindOf({ text, media, link, poll }: DraftItem): PostKind {
  if (poll) return 'poll';
  if (media.some(({ kind }) => kind === 'video')) return 'video';
  if (media.length > 1) return 'gallery';
  if (media.length === 1) return 'image';
  return link && text === '' ? 'link' : 'self';
}

/** What stands above a post. */
export function titleOf({ link }: DraftItem, { title }: RedditOptions): string {
  return title ?? link?.title ?? '';
}

/** The words of a post or a comment: a link that is not the post itself stands among them. */
export function wordsOf(item: DraftItem, comment: boolean): string {
  return !comment && kindOf(item) === 'link' ? '' : withLink(item);
}

/** Whether an item is a comment, and no post of its own. */
export function isComment({ draft, options }: RedditComposition, index: number): boolean {
  return index > 0 || draft.replyTo !== undefined || options.edits !== undefined;
}

/** For how many days a poll is open: Reddit knows whole ones. */
export function pollDays({ durationSeconds }: NonNullable<DraftItem['poll']>): number {
  return Math.ceil(durationSeconds / 86_400);
}

/** Characters as Reddit counts them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
