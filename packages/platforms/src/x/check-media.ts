import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooLittle, tooMuch } from '../limit-finding.ts';
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
        ...(each.kind === 'image' ? [] : checkMoving(each, [...path, index], premium)),
      ];
    }),
    ...checkTogether(media, path),
  ];
}

/** How long a film is, and how large what moves. */
function checkMoving(
  { kind, durationSeconds, width, height }: Media,
  path: Finding['path'],
  premium: boolean,
): Finding[] {
  const film = kind === 'video';
  const what = film ? 'The video' : 'The animation';
  const sides = width && height ? [width, height].toSorted((one, other) => one - other) : [];
  const [short, long] = sides;
  const lasting = {
    rule: 'x/media/duration',
    path: [...path, 'durationSeconds'],
    what,
    measured: film ? durationSeconds : undefined,
  };
  const size = { rule: 'x/media/size', path: [...path, 'width'], what, fix: 'Scale it down.' };
  const shortest = film ? xLimits.videoShortSide : xLimits.animationShortSide;
  return [
    // How long films may be for those who pay is not documented.
    ...(premium ? [] : tooMuch({ ...lasting, limit: xLimits.videoSeconds, fix: 'Cut it.' })),
    ...tooLittle({ ...lasting, limit: xLimits.videoMinSeconds, fix: 'Let it last longer.' }),
    ...[
      ...tooMuch({ ...size, measured: short, limit: shortest }),
      ...tooMuch({ ...size, measured: long, limit: xLimits.videoLongSide }),
      // Films that are larger are scaled by the network, whatever its page says.
    ].map((finding) => (film ? { ...finding, severity: 'warning' as const } : finding)),
    ...tooLittle({ ...size, measured: short, limit: xLimits.videoMinPixels, fix: 'Enlarge it.' }),
    ...tooMuch({
      ...size,
      rule: 'x/media/aspect',
      measured: short && long && long / short,
      limit: xLimits.videoAspect,
      fix: 'Crop it.',
    }),
  ];
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
