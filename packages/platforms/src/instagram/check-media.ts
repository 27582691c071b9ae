import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import { publicAddress } from '../public-address.ts';
import { checkFilm } from './check-film.ts';
import { checkImage } from './check-image.ts';
import { type InstagramLimits, publishing } from './limits.ts';
import { type Format, isSent } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

/** What stands between the files of a post and Instagram. */
export function checkFiles(
  { media, poll }: DraftItem,
  format: Format,
  limits: InstagramLimits,
  settings: InstagramSettings,
): Finding[] {
  const path = ['items', 0, 'media'];
  return [
    ...(media.length > 0 ? [] : [nothingShown(path)]),
    ...(poll ? [noPolls] : []),
    ...tooMuch({
      rule: 'instagram/media/count',
      path,
      what: format === 'story' ? 'The story' : 'The post',
      measured: media.length,
      limit: format === 'story' ? limits.storyFiles : limits.media,
      fix: format === 'story' ? 'Publish one story for each.' : 'Leave some out.',
    }),
    ...media.flatMap((each, index) => checkFile(each, [...path, index], format, limits, settings)),
  ];
}

function checkFile(
  media: Media,
  path: Finding['path'],
  format: Format,
  limits: InstagramLimits,
  settings: InstagramSettings,
): Finding[] {
  const isFilm = media.kind === 'video';
  const isSilent = isFilm || format === 'story';
  const findings = checkMedia(media, path, {
    platform: 'instagram',
    alt: limits.altCharacters,
    missingAlt: settings.missingAltText ?? 'error',
    ...(isFilm ? film : image),
    bytes: isFilm
      ? format === 'story'
        ? limits.storyFilmBytes
        : limits.reelBytes
      : limits.imageBytes,
    ...(media.kind === 'animation' && { acceptable: 'MP4, as a reel' }),
  });
  return [
    // Where no alternative can be given, nobody can be asked for one.
    ...findings.filter(({ rule }) => !isSilent || !rule.startsWith('instagram/media/alt-')),
    ...(isSilent ? checkLost(media, path) : []),
    ...(isFilm ? checkFilm(media, path, format, limits) : checkImage(media, path, format, limits)),
    ...(publicAddress(media.source, settings) === undefined && !isSent(media, settings)
      ? [notPublic(path)]
      : []),
  ];
}

const image: Pick<MediaRules, 'accepts' | 'acceptable'> = {
  accepts: (type) => type === 'image/jpeg' || type === 'image/jpg',
  acceptable: 'JPEG, as fitImage of @affiche/publish/media does',
};
const film: Pick<MediaRules, 'accepts' | 'acceptable'> = {
  accepts: (type) => type === 'video/mp4' || type === 'video/quicktime',
  acceptable: 'MP4 or MOV with H.264 or HEVC, and AAC',
};

const noPolls: Finding = {
  rule: 'instagram/poll/none',
  severity: 'error',
  path: ['items', 0, 'poll'],
  message: 'Instagram takes no polls from programs.',
  fix: 'Ask in the caption.',
  source: publishing,
};

function nothingShown(path: Finding['path']): Finding {
  return {
    rule: 'instagram/media/missing',
    severity: 'error',
    path,
    message: 'A post on Instagram shows something, and this one shows nothing.',
    fix: 'Add a picture or a film.',
    source: publishing,
  };
}

function notPublic(path: Finding['path']): Finding {
  return {
    rule: 'instagram/media/not-public',
    severity: 'error',
    path: [...path, 'source'],
    message: 'Instagram fetches pictures from a public address, and this file has none.',
    fix: 'Give the address where the world finds the file, or set mediaUrl of the adapter.',
    source: publishing,
  };
}

/** What people who cannot see or hear it are told elsewhere, and not here. */
function checkLost({ alt }: Media, path: Finding['path']): Finding[] {
  if (!alt) return [];
  return [
    {
      rule: 'instagram/media/alt-unsent',
      severity: 'info',
      path: [...path, 'alt'],
      message: 'The text alternative cannot be given to Instagram for films and stories.',
      fix: 'Say in the caption what it shows.',
      source: publishing,
    },
  ];
}
