import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { publicAddress } from '../public-address.ts';
import { threadsLimits, type ThreadsLimits } from './limits.ts';
import type { ThreadsSettings } from './settings.ts';

const image = {
  accepts: (type: string) => ['image/jpeg', 'image/png'].includes(type),
  acceptable: 'JPEG or PNG',
};
const film = {
  accepts: (type: string) => ['video/mp4', 'video/quicktime'].includes(type),
  acceptable: 'MP4 or MOV with H.264 or HEVC, and AAC',
};

/** What stands between an item's files and Threads. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  settings: ThreadsSettings,
): Finding[] {
  const limits = threadsLimits(settings);
  const path = ['items', item, 'media'];
  return [
    ...media.flatMap((each, index) => {
      const where = [...path, index];
      const still = each.kind === 'image';
      return [
        ...checkMedia(each, where, {
          platform: 'threads',
          alt: limits.altCharacters,
          missingAlt: settings.missingAltText ?? 'error',
          bytes: still ? limits.imageBytes : limits.videoBytes,
          ...(still || each.kind === 'animation' ? image : film),
        }),
        ...checkAddress(each, where, settings),
        ...(still ? checkImage(each, where, limits) : checkFilm(each, where, limits)),
      ];
    }),
    ...tooMuch({
      rule: 'threads/media/count',
      path,
      what: 'The post',
      measured: media.length,
      limit: limits.media,
      fix: 'Spread them over a thread.',
    }),
  ];
}

function checkAddress(media: Media, path: Finding['path'], settings: ThreadsSettings): Finding[] {
  if (publicAddress(media.source, settings) !== undefined) return [];
  return [
    {
      rule: 'threads/media/not-public',
      severity: 'error',
      path: [...path, 'source'],
      message: 'Threads fetches media from a public address, and this file has none.',
      fix: 'Give the address where the world finds the file, or set mediaUrl of the adapter.',
    },
  ];
}

function checkImage(
  { width = 0, height = 0 }: Media,
  path: Finding['path'],
  { imageAspect, imageMinWidth, imageMaxWidth }: ThreadsLimits,
): Finding[] {
  if (width === 0 || height === 0) return [];
  const findings = tooMuch({
    rule: 'threads/media/aspect',
    path: [...path, 'width'],
    what: 'The image',
    measured: Math.max(width / height, height / width),
    limit: imageAspect,
    fix: 'Crop it.',
  });
  if (width >= imageMinWidth.value && width <= imageMaxWidth.value) return findings;
  return [
    ...findings,
    {
      rule: 'threads/media/width',
      severity: 'warning',
      path: [...path, 'width'],
      message: `The image is ${width} pixels wide, and Threads shows ${imageMinWidth.value} to ${imageMaxWidth.value}.`,
      measured: width,
      unit: 'pixels',
      fix: 'Scale it, or let the network do so.',
      source: imageMinWidth.source,
    },
  ];
}

function checkFilm(
  { width = 0, durationSeconds = 0, bytes }: Media,
  path: Finding['path'],
  { videoSeconds, videoWidth, videoBitsPerSecond }: ThreadsLimits,
): Finding[] {
  const what = 'The video';
  return [
    ...tooMuch({
      rule: 'threads/media/duration',
      path: [...path, 'durationSeconds'],
      what,
      measured: durationSeconds,
      limit: videoSeconds,
      fix: 'Cut it.',
    }),
    ...tooMuch({
      rule: 'threads/media/video-width',
      path: [...path, 'width'],
      what,
      measured: width,
      limit: videoWidth,
      fix: 'Scale it down.',
    }),
    ...tooMuch({
      rule: 'threads/media/bit-rate',
      path: [...path, 'bytes'],
      what,
      measured: durationSeconds === 0 ? 0 : Math.round((bytes * 8) / durationSeconds),
      limit: videoBitsPerSecond,
      fix: 'Compress it.',
    }),
  ];
}
