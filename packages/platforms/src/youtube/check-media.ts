import type { DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { youtubeLimits } from './limits.ts';
import { isShort } from './rules.ts';
import type { YouTubeOptions } from './settings.ts';

/** What stands between a file and YouTube: one film, and a picture to show before it plays. */
export function checkFilm(item: DraftItem, { thumbnail }: YouTubeOptions): Finding[] {
  const { media } = item;
  const path = ['items', 0, 'media'];
  const { videoBytes, videoSeconds, thumbnailBytes, shortSeconds } = youtubeLimits;
  const findings = media.flatMap((each, index) => [
    ...checkMedia(each, [...path, index], {
      platform: 'youtube',
      captions: true,
      bytes: videoBytes,
      accepts: (type) => type.startsWith('video/'),
      acceptable: 'a video, such as MP4 with H.264 and AAC',
    }),
    ...tooMuch({
      rule: 'youtube/media/duration',
      path: [...path, index, 'durationSeconds'],
      what: 'The video',
      measured: each.durationSeconds ?? 0,
      limit: videoSeconds,
      fix: 'Cut it.',
    }),
  ]);
  if (media.length !== 1) {
    findings.push({
      rule: 'youtube/media/count',
      severity: 'error',
      path,
      message: `YouTube publishes one video at a time, and there are ${media.length} files.`,
      measured: media.length,
      limit: 1,
      unit: 'videos',
      fix: 'Add the video, or make drafts of the others.',
      source: videoBytes.source,
    });
  }
  if (isShort(item, shortSeconds.value)) {
    findings.push({
      rule: 'youtube/media/short',
      severity: 'info',
      path: [...path, 0],
      message: 'YouTube will show the video as a Short: it is upright or square, and short.',
      fix: 'Nothing, if that is meant.',
      source: shortSeconds.source,
    });
  }
  return [
    ...findings,
    ...tooMuch({
      rule: 'youtube/thumbnail/bytes',
      path: ['thumbnail', 'bytes'],
      what: 'The thumbnail',
      measured: thumbnail?.bytes ?? 0,
      limit: thumbnailBytes,
      fix: 'Compress it.',
    }),
  ];
}
