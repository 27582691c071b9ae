import type { Composition, DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import type { TikTokFacts } from './facts.ts';
import { tiktokLimits } from './limits.ts';
import { isVerified, publicUrl } from './media-address.ts';
import { isPhotos } from './rules.ts';
import type { TikTokOptions, TikTokSettings } from './settings.ts';

type TikTok = Composition<TikTokOptions, TikTokFacts>;

const photo = {
  accepts: (type: string) => ['image/jpeg', 'image/webp'].includes(type),
  acceptable: 'JPEG or WebP',
};
const film = {
  accepts: (type: string) => ['video/mp4', 'video/webm', 'video/quicktime'].includes(type),
  acceptable: 'MP4, MOV or WebM',
};

/** What stands between an item's files and TikTok: one film, or up to 35 photos. */
export function checkAttachments(
  item: DraftItem,
  index: number,
  { options, facts }: TikTok,
  settings: TikTokSettings,
): Finding[] {
  const { media } = item;
  const path = ['items', index, 'media'];
  const photos = isPhotos(item);
  const pulled = photos || options.transfer === 'pull';
  return [
    ...media.flatMap((each, position) => {
      const where = [...path, position];
      const still = each.kind === 'image';
      const bytes = still ? tiktokLimits.photoBytes : tiktokLimits.videoBytes;
      return [
        ...checkMedia(each, where, { platform: 'tiktok', bytes, ...(still ? photo : film) }),
        ...(still ? [] : checkFilm(each, where, facts)),
        ...(pulled ? checkAddress(each, where, settings) : []),
      ];
    }),
    ...checkTogether(item, path),
  ];
}

function checkTogether(item: DraftItem, path: Finding['path']): Finding[] {
  const { media } = item;
  const wrong =
    media.length === 0
      ? ['missing', 'TikTok shows a film or photos, and there are none.', 'Add a video or images.']
      : media.length > 1 && !isPhotos(item)
        ? ['mixed', 'A post holds one film, or photos alone.', 'Keep the film, or the photos.']
        : undefined;
  if (!wrong) {
    return tooMuch({
      rule: 'tiktok/media/count',
      path,
      what: 'The post',
      measured: media.length,
      limit: tiktokLimits.photos,
      fix: 'Leave some out.',
    });
  }
  const [rule, message = '', fix = ''] = wrong;
  const { source } = tiktokLimits.photos;
  return [{ rule: `tiktok/media/${rule}`, severity: 'error', path, message, fix, source }];
}

function checkFilm(
  { durationSeconds = 0, width, height }: Media,
  path: Finding['path'],
  { maxSeconds }: TikTokFacts,
): Finding[] {
  const { videoSeconds, videoMinPixels, videoMaxPixels } = tiktokLimits;
  const limit = { ...videoSeconds, value: Math.min(videoSeconds.value, maxSeconds ?? Infinity) };
  const findings = tooMuch({
    rule: 'tiktok/media/duration',
    path: [...path, 'durationSeconds'],
    what: 'The video',
    measured: durationSeconds,
    limit,
    fix: 'Cut it; creators have limits of their own.',
  });
  const wrong = [width, height].find(
    (side) => side !== undefined && (side < videoMinPixels.value || side > videoMaxPixels.value),
  );
  if (wrong === undefined) return findings;
  return [
    ...findings,
    {
      rule: 'tiktok/media/pixels',
      severity: 'error',
      path,
      message: `A side of the video has ${wrong} pixels, and ${videoMinPixels.value} to ${videoMaxPixels.value} are allowed.`,
      measured: wrong,
      limit: wrong < videoMinPixels.value ? videoMinPixels.value : videoMaxPixels.value,
      unit: 'pixels',
      fix: 'Scale it.',
      source: videoMinPixels.source,
    },
  ];
}

function checkAddress(
  { source }: Media,
  path: Finding['path'],
  settings: TikTokSettings,
): Finding[] {
  const address = publicUrl(source, settings);
  const where = [...path, 'source'];
  if (address === undefined) {
    return [
      {
        rule: 'tiktok/media/not-public',
        severity: 'error',
        path: where,
        message: 'TikTok fetches this from a public https address, and the file has none.',
        fix: 'Give the address where the world finds the file, or set mediaUrl of the adapter.',
      },
    ];
  }
  const verified = isVerified(address, settings);
  if (verified) return [];
  return [
    {
      rule: 'tiktok/media/unverified-address',
      severity: verified === undefined ? 'warning' : 'error',
      path: where,
      message: 'TikTok fetches from addresses that it knows to be the application’s own.',
      measured: address,
      fix: 'Prove the address in TikTok’s developer portal, and name it in verifiedUrls of the adapter.',
      source: tiktokLimits.videoBytes.source,
    },
  ];
}
