import type { Composition, DraftItem, Finding, Media } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { withLink } from '../post-text.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import type { SnapchatFacts } from './facts.ts';
import { snapchatLimits } from './limits.ts';
import type { SnapchatOptions, SnapchatSettings } from './settings.ts';

/** What stands between a draft and Snapchat. */
export function check(
  { draft, options }: Composition<SnapchatOptions, SnapchatFacts>,
  settings: SnapchatSettings,
): Finding[] {
  const limits = snapchatLimits(settings);
  return [
    ...draft.items.flatMap((item, index) => {
      const { text, media } = item;
      const path = ['items', index];
      const [first] = media;
      const film = first?.kind === 'video';
      return [
        ...checkWellFormed('snapchat', text, [...path, 'text']),
        ...(options.as === 'spotlight'
          ? tooMuch({
              rule: 'snapchat/text/length',
              path: [...path, 'text'],
              what: 'The description',
              measured: countGraphemes(withLink(item)),
              limit: limits.spotlightCharacters,
              fix: 'Shorten it.',
            })
          : text === ''
            ? []
            : [
                error(
                  'text/not-shown',
                  [...path, 'text'],
                  'A story shows no words beside its picture.',
                  'Write them on the picture, or make it a spotlight.',
                ),
              ]),
        ...checkLink(item, index, options),
        ...(first && (options.as === 'story' || film)
          ? []
          : [
              error(
                'media/missing',
                [...path, 'media'],
                `A ${options.as} is ${options.as === 'story' ? 'a picture or a video' : 'a video'}, and there is none.`,
                'Add one.',
              ),
            ]),
        ...tooMuch({
          rule: 'snapchat/media/count',
          path: [...path, 'media'],
          what: 'The snap',
          measured: media.length,
          limit: limits.media,
          fix: 'Make a snap of each.',
        }),
        ...media.flatMap((each, position) =>
          checkFile(each, [...path, 'media', position], settings),
        ),
      ];
    }),
    ...checkUnoffered(draft, { platform: 'snapchat', name: 'Snapchat' }),
    ...checkDisclosure('snapchat', draft),
  ];
}

function checkLink({ link }: DraftItem, index: number, { as }: SnapchatOptions): Finding[] {
  const path = ['items', index, 'link'];
  if (!link) return [];
  if (as === 'story') {
    return [error('link/not-offered', path, 'A story leads nowhere.', 'Leave the link out.')];
  }
  const message = 'Nobody can open an address under a spotlight; it is written into the words.';
  const found = error('link/not-clickable', path, message, 'Point to the link of the profile.');
  return [{ ...found, severity: 'info' }];
}

function checkFile(media: Media, path: Finding['path'], settings: SnapchatSettings): Finding[] {
  const limits = snapchatLimits(settings);
  const film = media.kind === 'video';
  const { durationSeconds, width, height } = media;
  const findings = checkMedia(media, path, {
    platform: 'snapchat',
    bytes: film ? limits.videoBytes : limits.imageBytes,
    accepts: (type) => (film ? type === 'video/mp4' : /^image\/(?:jpeg|png)$/.test(type)),
    acceptable: film ? 'MP4' : 'JPEG or PNG',
  });
  const least = film ? durationSeconds : undefined;
  for (const [field, measured, limit] of [
    ['durationSeconds', least, limits.videoMinSeconds],
    ['width', width, limits.width],
    ['height', height, limits.height],
  ] as const) {
    if (measured === undefined || measured >= limit.value) continue;
    const message = `The ${media.kind} has ${measured} ${limit.unit}, and ${limit.value} are the least.`;
    findings.push({
      ...error('media/too-small', [...path, field], message, 'Use another file.'),
      measured,
      limit: limit.value,
      unit: limit.unit,
      source: limit.source,
    });
  }
  if (width && height && Math.abs(width / height - 9 / 16) > 0.01) {
    const message = 'A snap fills an upright screen, nine to sixteen, and this does not.';
    const shape = error('media/shape', path, message, 'Crop it.');
    findings.push({ ...shape, severity: 'warning' });
  }
  return [
    ...findings,
    ...tooMuch({
      rule: 'snapchat/media/duration',
      path: [...path, 'durationSeconds'],
      what: 'The video',
      measured: durationSeconds ?? 0,
      limit: limits.videoMaxSeconds,
      fix: 'Cut it.',
    }),
  ];
}

function error(rule: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `snapchat/${rule}`, severity: 'error', path, message, fix };
}
