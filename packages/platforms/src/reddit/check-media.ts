import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { redditLimits } from './limits.ts';
import { countCharacters, kindOf } from './rules.ts';
import type { RedditOptions, RedditSettings } from './settings.ts';

const images = ['image/jpeg', 'image/png', 'image/gif'];
const videos = ['video/mp4', 'video/quicktime'];

/** What stands between an item's files and Reddit. */
export function checkAttachments(
  item: DraftItem,
  index: number,
  options: RedditOptions,
  settings: RedditSettings,
): Finding[] {
  const { media, text } = item;
  if (media.length === 0) return [];
  const limits = redditLimits(settings);
  const path = ['items', index, 'media'];
  const kind = kindOf(item);
  const { poster, gallery = [] } = options;
  const extra = gallery.length > (kind === 'gallery' ? media.length : 0);
  return [
    ...media.flatMap((each, position) => checkFile(each, [...path, position], settings)),
    ...tooMuch({
      rule: 'reddit/media/count',
      path,
      what: 'The gallery',
      measured: media.length,
      limit: limits.images,
      fix: 'Leave some out.',
    }),
    ...(kind === 'video' && media.length > 1
      ? [tell('media/mixed', path, 'A video is a post alone.', 'Leave the other files out.')]
      : []),
    ...(kind === 'video' && !poster
      ? [
          tell(
            'poster/missing',
            ['poster'],
            'A video needs a picture to show before it plays.',
            'Set options.poster to one.',
          ),
        ]
      : []),
    ...(text === '' && !item.link
      ? []
      : [
          tell(
            'media/with-text',
            ['items', index, text === '' ? 'link' : 'text'],
            'A post of pictures or of a video shows its title, and neither text nor link.',
            'Say it in the title, or in a first comment.',
          ),
        ]),
    ...(extra
      ? [
          tell(
            'gallery/too-many',
            ['gallery'],
            'There are more captions than pictures in a gallery.',
            'Leave some out.',
          ),
        ]
      : []),
    ...gallery.flatMap(({ caption = '' }, position) =>
      tooMuch({
        rule: 'reddit/gallery/caption',
        path: ['gallery', position, 'caption'],
        what: 'The caption',
        measured: countCharacters(caption),
        limit: limits.captionCharacters,
        fix: 'Shorten it.',
      }),
    ),
  ];
}

function tell(rule: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `reddit/${rule}`, severity: 'error', path, message, fix };
}

function checkFile(media: Media, path: Finding['path'], settings: RedditSettings): Finding[] {
  const { imageBytes, videoBytes, videoSeconds } = redditLimits(settings);
  const video = media.kind === 'video';
  const types = video ? videos : images;
  return [
    ...checkMedia(media, path, {
      platform: 'reddit',
      bytes: video ? videoBytes : imageBytes,
      accepts: (type) => types.includes(type),
      acceptable: video ? 'MP4 or MOV' : 'JPEG, PNG or GIF',
    }),
    ...tooMuch({
      rule: 'reddit/media/duration',
      path: [...path, 'durationSeconds'],
      what: 'The video',
      measured: media.durationSeconds ?? 0,
      limit: videoSeconds,
      fix: 'Cut it.',
    }),
  ];
}
