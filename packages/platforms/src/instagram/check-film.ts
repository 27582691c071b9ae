import type { Finding, Media } from '@affiche/core';
import { tooLittle, tooMuch } from '../limit-finding.ts';
import type { InstagramLimits } from './limits.ts';
import type { Format } from './rules.ts';

/** What is wrong with the length and the shape of a film. */
export function checkFilm(
  { width, height, durationSeconds, bytes }: Media,
  path: Finding['path'],
  format: Format,
  limits: InstagramLimits,
): Finding[] {
  const what = 'The video';
  const seconds = durationSeconds ?? 0;
  return [
    ...tooMuch({
      rule: 'instagram/media/duration',
      path: [...path, 'durationSeconds'],
      what,
      measured: seconds,
      limit: format === 'story' ? limits.storySeconds : limits.reelSeconds,
      fix: 'Cut it.',
    }),
    ...tooLittle({
      rule: 'instagram/media/duration-short',
      path: [...path, 'durationSeconds'],
      what,
      measured: durationSeconds,
      limit: limits.filmMinSeconds,
      fix: 'Let it last longer, or publish a picture.',
    }),
    ...tooMuch({
      rule: 'instagram/media/video-width',
      path: [...path, 'width'],
      what,
      measured: width,
      limit: limits.filmWidth,
      fix: 'Scale it down.',
    }),
    ...tooMuch({
      rule: 'instagram/media/bit-rate',
      path: [...path, 'bytes'],
      what,
      measured: seconds === 0 ? 0 : Math.round((bytes * 8) / seconds),
      limit: limits.filmBitsPerSecond,
      fix: 'Compress it.',
    }),
    ...checkAspect(width, height, path, limits),
  ];
}

function checkAspect(
  width: number | undefined,
  height: number | undefined,
  path: Finding['path'],
  { filmMinAspect, filmMaxAspect }: InstagramLimits,
): Finding[] {
  if (width === undefined || height === undefined) return [];
  const shape = {
    rule: 'instagram/media/aspect',
    path: [...path, 'width'],
    what: 'The video',
    measured: width / height,
    fix: 'Crop it, best to 9:16.',
  };
  return [
    ...tooMuch({ ...shape, limit: filmMaxAspect }),
    ...tooLittle({ ...shape, limit: filmMinAspect }),
  ];
}
