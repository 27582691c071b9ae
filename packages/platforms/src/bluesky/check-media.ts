import type { DraftItem, Finding, Limit, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import type { BlueskyFacts } from './facts.ts';
import type { BlueskyLimits } from './rules.ts';

interface Surroundings {
  readonly limits: BlueskyLimits;
  readonly facts: BlueskyFacts;
  readonly missingAlt: MediaRules['missingAlt'] | undefined;
}

/** What stands between an item's files and Bluesky. */
export function checkAttachments(
  { media, link }: DraftItem,
  item: number,
  { limits, facts, missingAlt = 'error' }: Surroundings,
): Finding[] {
  const path = ['items', item];
  const common = { platform: 'bluesky', alt: limits.altGraphemes, missingAlt };
  const image: MediaRules = {
    ...common,
    bytes: smaller(limits.imageBytes, facts.blobBytes),
    accepts: (type) => type.startsWith('image/'),
    acceptable: 'JPEG, PNG or WebP',
  };
  const video: MediaRules = {
    ...common,
    captions: true,
    bytes: limits.videoBytes,
    accepts: (type) => type === 'video/mp4',
    acceptable: 'MP4',
  };
  return [
    ...media.flatMap((each, index) => {
      const where = [...path, 'media', index];
      if (each.kind === 'video') {
        return [...checkMedia(each, where, video), ...checkFilm(each, where, limits)];
      }
      return each.kind === 'image' || each.kind === 'animation'
        ? checkMedia(each, where, image)
        : [unsupported(each, where)];
    }),
    ...checkTogether(media, [...path, 'media'], limits),
    ...(link?.image && media.length === 0
      ? checkMedia({ ...link.image, alt: '' }, [...path, 'link', 'image'], {
          ...image,
          bytes: smaller(limits.cardImageBytes, facts.blobBytes),
        })
      : []),
  ];
}

function checkTogether(
  media: readonly Media[],
  path: Finding['path'],
  limits: BlueskyLimits,
): Finding[] {
  const videos = media.filter(({ kind }) => kind === 'video').length;
  if (videos > 0 && media.length > videos) {
    return [
      {
        rule: 'bluesky/media/mixed',
        severity: 'error',
        path,
        message: 'A post holds images or a video, not both.',
        fix: 'Put the video into a post of its own.',
        source: limits.videos.source,
      },
    ];
  }
  const dimensionless = media.findIndex(({ width, height }) => !width || !height);
  if (media.length > 4 && media.length <= limits.images.value && dimensionless !== -1) {
    return [
      {
        rule: 'bluesky/media/dimensions',
        severity: 'error',
        path: [...path, dimensionless],
        message: 'A gallery needs the width and height of every image.',
        fix: 'Say the width and height in pixels.',
        source: limits.images.source,
      },
    ];
  }
  const limit = videos > 0 ? limits.videos : limits.images;
  return tooMuch({
    rule: 'bluesky/media/count',
    path,
    what: 'The post',
    measured: media.length,
    limit,
    fix: 'Spread them over a thread.',
  });
}

function checkFilm(
  { durationSeconds = 0, captions = [] }: Media,
  path: Finding['path'],
  limits: BlueskyLimits,
): Finding[] {
  return [
    ...tooMuch({
      rule: 'bluesky/media/duration',
      path: [...path, 'durationSeconds'],
      what: 'The video',
      measured: durationSeconds,
      limit: limits.videoSeconds,
      fix: 'Cut it.',
    }),
    ...tooMuch({
      rule: 'bluesky/media/captions',
      path: [...path, 'captions'],
      what: 'The video',
      measured: captions.length,
      limit: limits.captions,
      fix: 'Keep the languages that your audience reads.',
    }),
  ];
}

function unsupported({ kind }: Media, path: Finding['path']): Finding {
  return {
    rule: 'bluesky/media/kind',
    severity: 'error',
    path: [...path, 'kind'],
    message: `Bluesky takes images and videos, and this is of the kind "${kind}".`,
    measured: kind,
    fix: 'Link to it instead.',
  };
}

/** The server's own word where it is stricter than the network's. */
function smaller(limit: Limit, bytes: number | undefined): Limit {
  return bytes !== undefined && bytes < limit.value
    ? { ...limit, value: bytes, note: 'The account’s server takes no larger files.' }
    : limit;
}
