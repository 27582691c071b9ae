import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooLittle, tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import { type LinkedInLimits, limitsOf } from './rules.ts';
import type { LinkedInSettings } from './settings.ts';

const pictures = ['image/jpeg', 'image/png', 'image/gif'];
const office = 'application/vnd.openxmlformats-officedocument';
const papers = [
  'application/pdf',
  'application/vnd.ms-powerpoint',
  `${office}.presentationml.presentation`,
  'application/msword',
  `${office}.wordprocessingml.document`,
];

/** What stands between an item's files and LinkedIn. */
export function checkAttachments(
  { media, link }: DraftItem,
  item: number,
  settings: LinkedInSettings,
): Finding[] {
  const limits = limitsOf(settings);
  const path = ['items', item, 'media'];
  const thumbnail = media.length === 0 ? link?.image : undefined;
  return [
    ...media.flatMap((each, index) => checkFile(each, [...path, index], limits, settings)),
    ...(thumbnail
      ? // Nobody is told the words of a card's picture: the card has a title.
        checkFile(
          { ...thumbnail, alt: thumbnail.alt ?? '' },
          ['items', item, 'link', 'image'],
          limits,
          settings,
        )
      : []),
    ...checkTogether(media, path, limits),
  ];
}

function checkFile(
  media: Media,
  path: Finding['path'],
  limits: LinkedInLimits,
  { missingAltText = 'error' }: LinkedInSettings,
): Finding[] {
  const { kind, width = 0, height = 0, durationSeconds, bytes } = media;
  const picture = kind === 'image' || kind === 'animation';
  const rules: MediaRules = {
    platform: 'linkedin',
    alt: limits.altCharacters,
    missingAlt: picture ? missingAltText : 'warning',
    ...(picture
      ? { bytes: limits.imageBytes, accepts: among(pictures), acceptable: 'JPEG, PNG or GIF' }
      : kind === 'video'
        ? { bytes: limits.videoBytes, accepts: among(['video/mp4']), acceptable: 'MP4' }
        : { bytes: limits.documentBytes, accepts: among(papers), acceptable: 'PDF, PPT or DOC' }),
  };
  const findings = [
    ...checkMedia(media, path, rules),
    ...tooMuch({
      rule: 'linkedin/media/pixels',
      path,
      what: 'The image',
      measured: picture ? width * height : 0,
      limit: limits.imagePixels,
      fix: 'Make it smaller.',
    }),
  ];
  if (kind !== 'video') return findings;
  return [
    ...findings,
    ...(
      [
        ['bytes', bytes, limits.videoMinBytes],
        ['durationSeconds', durationSeconds, limits.videoMinSeconds],
      ] as const
    ).flatMap(([field, measured, limit]) =>
      tooLittle({
        rule: 'linkedin/media/too-little',
        path: [...path, field],
        what: 'The video',
        measured,
        limit,
        fix: 'Use a longer or better video.',
      }),
    ),
    ...tooMuch({
      rule: 'linkedin/media/duration',
      path: [...path, 'durationSeconds'],
      what: 'The video',
      measured: durationSeconds,
      limit: limits.videoMaxSeconds,
      fix: 'Cut it.',
    }),
  ];
}

function among(types: readonly string[]): (mimeType: string) => boolean {
  return (mimeType) => types.includes(mimeType);
}

/** Up to twenty images, or one video, or one document. */
function checkTogether(
  media: readonly Media[],
  path: Finding['path'],
  { images }: LinkedInLimits,
): Finding[] {
  if (media.length > 1 && media.some(({ kind }) => kind !== 'image' && kind !== 'animation')) {
    return [
      {
        rule: 'linkedin/media/mixed',
        severity: 'error',
        path,
        message: 'A post holds images, or one video, or one document.',
        fix: 'Keep one kind, or make a document of the pictures.',
        source: images.source,
      },
    ];
  }
  return tooMuch({
    rule: 'linkedin/media/count',
    path,
    what: 'The post',
    measured: media.length,
    limit: images,
    fix: 'Leave some out, or make a document of them.',
  });
}
