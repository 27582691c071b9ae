import type { Draft, DraftItem, Finding, Media } from '@affiche/core';
import { tooLittle, tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { facebookLimits, type FacebookLimits } from './limits.ts';
import { isComment, isFilm } from './rules.ts';
import type { FacebookOptions, FacebookSettings } from './settings.ts';

const stills = new Set(
  ['jpeg', 'png', 'gif', 'bmp', 'tiff', 'webp', 'heic'].map((type) => `image/${type}`),
);
const image = {
  accepts: (type: string) => stills.has(type),
  acceptable: 'JPEG or PNG',
};
const film = {
  accepts: (type: string) => ['video/mp4', 'video/quicktime', 'video/webm'].includes(type),
  acceptable: 'MP4 with H.264 and AAC',
};

/** What stands between an item's files and Facebook. */
export function checkAttachments(
  draft: Draft,
  index: number,
  { format }: FacebookOptions,
  settings: FacebookSettings,
): Finding[] {
  const limits = facebookLimits(settings);
  const { media = [] } = draft.items[index] ?? {};
  const comment = isComment(draft, index);
  const path = ['items', index, 'media'];
  return [
    ...media.flatMap((each, position) => {
      const where = [...path, position];
      const moves = isFilm(each);
      return [
        ...checkMedia(each, where, {
          platform: 'facebook',
          bytes: moves ? limits.videoBytes : limits.photoBytes,
          ...(moves
            ? film
            : {
                ...image,
                alt: limits.altCharacters,
                missingAlt: settings.missingAltText ?? 'error',
              }),
        }),
        ...checkStill(each, where),
        ...(moves ? checkFilm(each, where, comment ? 'post' : format, limits) : []),
      ];
    }),
    ...tooMuch({
      rule: 'facebook/media/count',
      path,
      what: 'The post',
      measured: media.length,
      limit: comment ? { ...limits.photos, value: 1 } : limits.photos,
      fix: comment ? 'Keep one picture.' : 'Keep the best ones.',
    }),
    ...checkMixture(media, path, comment),
  ];
}

/** What moves in a GIF stands still on a page. */
function checkStill({ kind, mimeType }: Media, path: Finding['path']): Finding[] {
  if (kind !== 'animation' || mimeType !== 'image/gif') return [];
  return [
    {
      rule: 'facebook/media/still',
      severity: 'warning',
      path: [...path, 'mimeType'],
      message: 'A page shows the first picture of an animation, and nothing moves.',
      fix: 'Convert it to MP4.',
    },
  ];
}

function checkMixture(
  media: DraftItem['media'],
  path: Finding['path'],
  comment: boolean,
): Finding[] {
  const films = media.filter(isFilm).length;
  if (films === 0 || (films === 1 && media.length === 1 && !comment)) return [];
  return [
    {
      rule: comment ? 'facebook/comment/film' : 'facebook/media/mixed',
      severity: 'error',
      path,
      message: comment
        ? 'A comment shows one picture, and no film.'
        : 'A post shows one film, or pictures.',
      fix: 'Make it a post of its own.',
    },
  ];
}

function checkFilm(
  { durationSeconds, width = 0, height = 0 }: Media,
  path: Finding['path'],
  format: FacebookOptions['format'],
  limits: FacebookLimits,
): Finding[] {
  const longest = {
    post: limits.videoSeconds,
    reel: limits.reelSeconds,
    story: limits.storySeconds,
  }[format];
  const findings = tooMuch({
    rule: 'facebook/media/duration',
    path: [...path, 'durationSeconds'],
    what: 'The film',
    measured: durationSeconds,
    limit: longest,
    fix: 'Cut it.',
  });
  if (format === 'post') return findings;
  const { reelMinSeconds: shortest, reelMinWidth: narrowest } = limits;
  findings.push(
    ...tooLittle({
      rule: 'facebook/media/short',
      path: [...path, 'durationSeconds'],
      what: 'The film',
      measured: durationSeconds,
      limit: shortest,
      fix: 'Make it longer, or a post.',
    }),
  );
  if (width > 0 && (width < narrowest.value || height < width)) {
    findings.push({
      rule: 'facebook/media/upright',
      severity: width < narrowest.value ? 'error' : 'warning',
      path: [...path, 'width'],
      message: `The film is ${width} by ${height} pixels, and should be upright, 9 to 16, and at least ${narrowest.value} wide.`,
      measured: width,
      limit: narrowest.value,
      unit: narrowest.unit,
      fix: 'Film it upright, or make it a post.',
      source: narrowest.source,
    });
  }
  return findings;
}
