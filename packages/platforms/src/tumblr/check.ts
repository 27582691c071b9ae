import type { DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { utf8Length } from '../utf8.ts';
import { tumblrLimits } from './limits.ts';
import { countCharacters, paragraphsOf, type TumblrComposition } from './rules.ts';
import type { TumblrSettings } from './settings.ts';

/** What stands between a draft and Tumblr. */
export function check(composition: TumblrComposition, settings: TumblrSettings): Finding[] {
  const { draft } = composition;
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, settings),
      ...checkAttachments(item, index, settings),
    ]),
    ...checkChoices(composition),
    ...checkUnoffered(draft, { platform: 'tumblr', name: 'Tumblr' }),
    ...checkDisclosure('tumblr', draft),
  ];
}

function checkText(item: DraftItem, index: number, settings: TumblrSettings): Finding[] {
  const { textCharacters, blocks, postBytes } = tumblrLimits(settings);
  const path = ['items', index, 'text'];
  const paragraphs = paragraphsOf(item);
  const empty = paragraphs.length === 0 && item.media.length === 0 && !item.link;
  return [
    ...checkWellFormed('tumblr', item.text, path),
    ...paragraphs.flatMap((paragraph) =>
      tooMuch({
        rule: 'tumblr/text/paragraph',
        path,
        what: 'A paragraph',
        measured: countCharacters(paragraph),
        limit: textCharacters,
        fix: 'Begin a new paragraph, with an empty line before it.',
      }),
    ),
    ...tooMuch({
      rule: 'tumblr/text/paragraphs',
      path,
      what: 'The post',
      measured: paragraphs.length + item.media.length + (item.link ? 1 : 0),
      limit: blocks,
      fix: 'Put some of them together.',
    }),
    ...tooMuch({
      rule: 'tumblr/text/bytes',
      path,
      what: 'The text',
      measured: utf8Length(item.text),
      limit: postBytes,
      fix: 'Shorten it.',
    }),
    ...(empty
      ? [
          error(
            'text/missing',
            path,
            'There is nothing to post.',
            'Write something, or add a file.',
          ),
        ]
      : []),
  ];
}

function checkAttachments(
  { media }: DraftItem,
  index: number,
  settings: TumblrSettings,
): Finding[] {
  const { images, videos } = tumblrLimits(settings);
  const path = ['items', index, 'media'];
  const count = media.filter(({ kind }) => kind === 'video').length;
  return [
    ...media.flatMap((each, position) => checkFile(each, [...path, position], settings)),
    ...tooMuch({
      rule: 'tumblr/media/images',
      path,
      what: 'The post',
      measured: media.length - count,
      limit: images,
      fix: 'Leave some out.',
    }),
    ...tooMuch({
      rule: 'tumblr/media/videos',
      path,
      what: 'The post',
      measured: count,
      limit: videos,
      fix: 'Make a post of each.',
    }),
  ];
}

function checkFile(media: Media, path: Finding['path'], settings: TumblrSettings): Finding[] {
  const { imageBytes, videoBytes, videoSeconds, altCharacters } = tumblrLimits(settings);
  const video = media.kind === 'video';
  const { missingAltText = 'error' } = settings;
  return [
    ...checkMedia(media, path, {
      platform: 'tumblr',
      bytes: video ? videoBytes : imageBytes,
      accepts: (type) =>
        (video ? /^video\/(?:mp4|quicktime)$/ : /^image\/(?:jpeg|png|gif|webp)$/).test(type),
      acceptable: video ? 'MP4' : 'JPEG, PNG, GIF or WebP',
      ...(!video && { alt: altCharacters, missingAlt: missingAltText }),
    }),
    ...tooMuch({
      rule: 'tumblr/media/duration',
      path: [...path, 'durationSeconds'],
      what: 'The video',
      measured: media.durationSeconds ?? 0,
      limit: videoSeconds,
      fix: 'Cut it.',
    }),
  ];
}

function checkChoices({ draft, options }: TumblrComposition): Finding[] {
  const findings: Finding[] = [];
  if (options.publishOn !== undefined && options.state !== 'queue') {
    findings.push(
      error(
        'publish-on/ignored',
        ['publishOn'],
        'Only a post of the queue waits for its time.',
        'Set options.state to queue.',
      ),
    );
  }
  if (options.edits && draft.items.length > 1) {
    findings.push(
      error(
        'edit/one',
        ['edits'],
        'One post is written anew with one item.',
        'Leave the others out.',
      ),
    );
  }
  return findings;
}

function error(rule: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `tumblr/${rule}`, severity: 'error', path, message, fix };
}
