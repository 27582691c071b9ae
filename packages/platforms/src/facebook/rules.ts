import type { Draft, DraftItem, Media } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { FacebookOptions } from './settings.ts';

/** Whether a file moves: everything else becomes a picture. */
export function isFilm({ mimeType }: Media): boolean {
  return mimeType.startsWith('video/');
}

/** Whether the address of an item's link stands beside its text, as the card that Facebook makes of it. */
export function hasCard({ link, media }: DraftItem): boolean {
  return link !== undefined && media.length === 0;
}

/** The text that goes out. A link that cannot be a card must be in it; a story has no words at all. */
export function outgoingText(
  draft: Draft,
  index: number,
  { format }: Pick<FacebookOptions, 'format'>,
): string {
  const item = draft.items[index];
  if (!item || (format === 'story' && !isComment(draft, index))) return '';
  return !isComment(draft, index) && hasCard(item) ? item.text : withLink(item);
}

/** Whether an item becomes a comment: everything but the post that opens. */
export function isComment({ replyTo }: Draft, index: number): boolean {
  return index > 0 || replyTo !== undefined;
}

/** Whether a draft answers one person alone. */
export function isPrivate({
  draft,
  options,
}: {
  readonly draft: Draft;
  readonly options: Pick<FacebookOptions, 'answers'>;
}): boolean {
  return draft.replyTo !== undefined && options.answers !== 'comment';
}

/** The length of a text as it is counted here. */
export function characters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    count += 1;
  }
  return count;
}
