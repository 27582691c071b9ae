import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import { pinterestLimits, type PinterestLimits } from './limits.ts';
import { isFilm } from './rules.ts';
import type { PinterestOptions, PinterestSettings } from './settings.ts';

const sent = ['image/jpeg', 'image/png'];
// What Pinterest fetches itself it takes in more kinds.
const fetched = [...sent, 'image/gif', 'image/webp', 'image/bmp', 'image/tiff'];
const films = ['video/mp4', 'video/quicktime', 'video/x-m4v'];

/** What stands between an item's files and Pinterest. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  options: PinterestOptions,
  settings: PinterestSettings,
): Finding[] {
  const limits = pinterestLimits(settings);
  const path = ['items', item, 'media'];
  const alone = media.length === 1;
  return [
    ...media.flatMap((each, index) => {
      const where = [...path, index];
      return [
        ...checkMedia(each, where, rulesFor(each, limits, settings, alone)),
        ...(isFilm(each) ? checkFilm(each, where, limits) : []),
      ];
    }),
    ...checkTogether(media, path, limits),
    ...checkSlides(media, options),
    ...(alone && media.some(isFilm) && !options.cover ? [noCover()] : []),
  ];
}

function rulesFor(
  media: Media,
  limits: PinterestLimits,
  { missingAltText = 'error' }: PinterestSettings,
  alone: boolean,
): MediaRules {
  const film = isFilm(media);
  const types = film ? films : alone && 'url' in media.source ? fetched : sent;
  return {
    platform: 'pinterest',
    bytes: film ? limits.videoBytes : limits.imageBytes,
    accepts: (type) => types.includes(type),
    acceptable: film ? 'MP4, MOV or M4V' : 'JPEG or PNG',
    alt: limits.altCharacters,
    missingAlt: film ? 'warning' : missingAltText,
  };
}

function checkFilm(
  { durationSeconds }: Media,
  path: Finding['path'],
  { videoMinSeconds, videoMaxSeconds }: PinterestLimits,
): Finding[] {
  if (durationSeconds === undefined) return [];
  const where = [...path, 'durationSeconds'];
  if (durationSeconds < videoMinSeconds.value) {
    return [
      {
        rule: 'pinterest/media/too-short',
        severity: 'error',
        path: where,
        message: `The video is ${durationSeconds} seconds long, and ${videoMinSeconds.value} are the least.`,
        measured: durationSeconds,
        limit: videoMinSeconds.value,
        unit: 'seconds',
        fix: 'Use a longer video.',
        source: videoMinSeconds.source,
      },
    ];
  }
  return tooMuch({
    rule: 'pinterest/media/duration',
    path: where,
    what: 'The video',
    measured: durationSeconds,
    limit: videoMaxSeconds,
    fix: 'Cut it.',
  });
}

/** One picture, or two to five, or one film; never none. */
function checkTogether(
  media: readonly Media[],
  path: Finding['path'],
  { slides }: PinterestLimits,
): Finding[] {
  if (media.length === 0) {
    return [
      {
        rule: 'pinterest/media/missing',
        severity: 'error',
        path,
        message: 'A pin is a picture or a video, and there is none.',
        fix: 'Add an image, two to five images, or a video.',
        source: slides.source,
      },
    ];
  }
  if (media.length > 1 && media.some(isFilm)) {
    return [
      {
        rule: 'pinterest/media/mixed',
        severity: 'error',
        path,
        message: 'A carousel holds pictures, and no video.',
        fix: 'Make a pin of the video alone.',
        source: slides.source,
      },
    ];
  }
  const shapes = new Set(
    media.flatMap(({ width, height }) => (width && height ? [(width / height).toFixed(2)] : [])),
  );
  const uneven: Finding[] =
    media.length > 1 && shapes.size > 1
      ? [
          {
            rule: 'pinterest/media/uneven',
            severity: 'warning',
            path,
            message: 'The pictures of a carousel have one shape, and these have several.',
            fix: 'Crop them alike.',
            source: slides.source,
          },
        ]
      : [];
  return [
    ...uneven,
    ...tooMuch({
      rule: 'pinterest/media/count',
      path,
      what: 'The pin',
      measured: media.length,
      limit: slides,
      fix: 'Leave some out, or make several pins.',
    }),
  ];
}

function checkSlides(media: readonly Media[], { slides, firstSlide }: PinterestOptions): Finding[] {
  const most = media.length > 1 ? media.length : 0;
  const named = Math.max(slides?.length ?? 0, firstSlide === undefined ? 0 : firstSlide + 1);
  if (named <= most) return [];
  return [
    {
      rule: 'pinterest/slides/too-many',
      severity: 'error',
      path: [slides === undefined ? 'firstSlide' : 'slides'],
      message: `The options speak of ${named} slides, and the pin has ${most}.`,
      measured: named,
      limit: most,
      unit: 'slides',
      fix: 'Describe as many slides as there are pictures.',
    },
  ];
}

function noCover(): Finding {
  return {
    rule: 'pinterest/cover/default',
    severity: 'warning',
    path: ['cover'],
    message: 'The video has no cover, so that people see its first frame.',
    fix: 'Set options.cover to a picture, or to a moment of the video.',
  };
}
