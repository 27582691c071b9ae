import type { DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import type { DiscordLimits } from './limits.ts';

/** What stands between an item's files and Discord, which takes files of every kind. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  limits: DiscordLimits,
): Finding[] {
  const path = ['items', item, 'media'];
  return [
    ...media.flatMap((each, index) =>
      checkMedia(each, [...path, index], {
        platform: 'discord',
        bytes: limits.fileBytes,
        accepts: () => true,
        acceptable: 'anything',
        alt: limits.altCharacters,
        missingAlt: each.kind === 'image' || each.kind === 'animation' ? 'error' : 'warning',
      }),
    ),
    ...tooMuch({
      rule: 'discord/media/count',
      path,
      what: 'The message',
      measured: media.length,
      limit: limits.files,
      fix: 'Spread them over a thread.',
    }),
    ...tooMuch({
      rule: 'discord/media/total',
      path,
      what: 'The message with all its files',
      measured: media.reduce((sum, { bytes }) => sum + bytes, 0),
      limit: limits.requestBytes,
      fix: 'Spread them over a thread.',
    }),
  ];
}
