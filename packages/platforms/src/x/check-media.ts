import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import type { XFacts } from './facts.ts';
import { xLimits } from './rules.ts';
import type { XSettings } from './settings.ts';

const image = {
  bytes: xLimits.imageBytes,
  accepts: (type: string) => ['image/jpeg', 'image/png', 'image/webp'].includes(type),
  acceptable: 'JPEG, PNG or WebP',
};
const animation = {
  bytes: xLimits.animationBytes,
  accepts: (type: string) => type === 'image/gif',
  acceptable: 'GIF',
};
const film = {
  bytes: xLimits.videoBytes,
  accepts: (type: string) => ['video/mp4', 'video/quicktime'].includes(type),
  acceptable: 'MP4 with H.264 and AAC',
};
const kinds = { image, animation, video: film, audio: film, document: film };

/** What stands between an item's files and X. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  { missingAltText = 'error' }: XSettings,
  { premium }: XFacts,
): Finding[] {
  const path = ['items', item, 'media'];
  return [
    ...media.flatMap((each, index) => {
      const rules: MediaRules = {
        platform: 'x',
        alt: xLimits.altCharacters,
        missingAlt: missingAltText,
        ...kinds[each.kind],
      };
      return [
        ...checkMedia(each, [...path, index], rules),
        // How long films may be for those who pay is not documented.
        ...(premium ? [] : checkLength(each, [...path, index])),
      ];
    }),
    ...checkTogether(media, path),
  ];
}

function checkLength({ kind, durationSeconds = 0 }: Media, path: Finding['path']): Finding[] {
  if (kind !== 'video') return [];
  return tooMuch({
    rule: 'x/media/duration',
    path: [...path, 'durationSeconds'],
    what: 'The video',
    measured: durationSeconds,
    limit: xLimits.videoSeconds,
    fix: 'Cut it.',
  });
}

/** Up to four images, or one of anything that moves. */
function checkTogether(media: readonly Media[], path: Finding['path']): Finding[] {
  if (media.length > 1 && media.some(({ kind }) => kind !== 'image')) {
    return [
      {
        rule: 'x/media/mixed',
        severity: 'error',
        path,
        message: 'A post holds images, or one animation or video, not both.',
        fix: 'Put each of them into a post of its own.',
        source: xLimits.films.source,
      },
    ];
  }
  return tooMuch({
    rule: 'x/media/count',
    path,
    what: 'The post',
    measured: media.length,
    limit: xLimits.images,
    fix: 'Spread them over a thread.',
  });
}
