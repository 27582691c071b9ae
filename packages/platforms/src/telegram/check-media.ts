import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import type { TelegramLimits } from './limits.ts';

const accepted: Readonly<Record<Media['kind'], { types: RegExp; acceptable: string }>> = {
  image: { types: /^image\/(?:jpeg|png|webp)$/, acceptable: 'JPEG, PNG or WebP' },
  animation: { types: /^(?:image\/gif|video\/mp4)$/, acceptable: 'GIF, or MP4 without sound' },
  video: { types: /^video\/mp4$/, acceptable: 'MP4 with H.264' },
  audio: { types: /^audio\/(?:mpeg|mp3|mp4|x-m4a)$/, acceptable: 'MP3 or M4A' },
  document: { types: /\//, acceptable: 'anything' },
};

/** What stands between an item's files and Telegram. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  limits: TelegramLimits,
): Finding[] {
  const path = ['items', item, 'media'];
  return [
    ...media.flatMap((each, index) => {
      const { types, acceptable } = accepted[each.kind];
      return [
        ...checkMedia(each, [...path, index], {
          platform: 'telegram',
          bytes: each.kind === 'image' ? limits.photoBytes : limits.fileBytes,
          accepts: (type) => types.test(type),
          acceptable,
        }),
        ...checkSides(each, [...path, index], limits),
      ];
    }),
    ...checkTogether(media, path, limits),
  ];
}

function checkSides(
  { kind, width, height }: Media,
  path: Finding['path'],
  { photoSides, photoAspect }: TelegramLimits,
): Finding[] {
  if (kind !== 'image' || width === undefined || height === undefined) return [];
  return [
    ...tooMuch({
      rule: 'telegram/media/pixels',
      path: [...path, 'width'],
      what: 'The image with both its sides',
      measured: width + height,
      limit: photoSides,
      fix: 'Make it smaller, or send it as a document.',
    }),
    ...tooMuch({
      rule: 'telegram/media/aspect',
      path: [...path, 'width'],
      what: 'The image',
      measured: Math.max(width, height) / Math.min(width, height),
      limit: photoAspect,
      fix: 'Crop it, or send it as a document.',
    }),
  ];
}

/** Images and videos share an album; sounds and documents are among themselves, animations alone. */
function checkTogether(
  media: readonly Media[],
  path: Finding['path'],
  { album }: TelegramLimits,
): Finding[] {
  const families = new Set(
    media.map(({ kind }) => (kind === 'image' || kind === 'video' ? 'pictures' : kind)),
  );
  if (families.size > 1 || (families.has('animation') && media.length > 1)) {
    return [
      {
        rule: 'telegram/media/mixed',
        severity: 'error',
        path,
        message: 'An album holds images and videos, or only sounds, or only documents.',
        fix: 'Put the others into a message of their own.',
        source: album.source,
      },
    ];
  }
  return tooMuch({
    rule: 'telegram/media/count',
    path,
    what: 'The message',
    measured: media.length,
    limit: album,
    fix: 'Spread them over a thread.',
  });
}
