import type { DraftItem, Finding, Limit, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia, type MediaRules } from '../media-finding.ts';
import type { MastodonFacts } from './facts.ts';
import type { MastodonLimits } from './limits.ts';

interface Surroundings {
  readonly limits: MastodonLimits;
  readonly facts: MastodonFacts;
  readonly missingAlt: MediaRules['missingAlt'] | undefined;
}

/** What stands between an item's files and Mastodon. */
export function checkAttachments(
  { media }: DraftItem,
  item: number,
  { limits, facts: { mimeTypes }, missingAlt = 'error' }: Surroundings,
): Finding[] {
  const path = ['items', item, 'media'];
  // What a server does not say is not forbidden.
  const accepts = (type: string) =>
    mimeTypes.length > 0 ? mimeTypes.includes(type) : /^(?:image|video|audio)\//.test(type);
  const common = {
    platform: 'mastodon',
    accepts,
    acceptable: 'JPEG, PNG, GIF, MP4 or MP3',
    alt: limits.altCharacters,
    missingAlt,
  };
  return [
    ...media.flatMap((each, index) => {
      const where = [...path, index];
      const still = each.kind === 'image';
      return [
        ...checkMedia(each, where, {
          ...common,
          bytes: still ? limits.imageBytes : limits.videoBytes,
        }),
        ...checkPixels(each, where, still ? limits.imagePixels : limits.videoPixels),
      ];
    }),
    ...checkTogether(media, path, limits),
  ];
}

function checkPixels(
  { kind, width, height }: Media,
  path: Finding['path'],
  limit: Limit,
): Finding[] {
  return tooMuch({
    rule: 'mastodon/media/pixels',
    path: [...path, 'width'],
    what: `The ${kind}`,
    measured: (width ?? 0) * (height ?? 0),
    limit,
    fix: 'Make it smaller.',
  });
}

/** Several images, or one of anything that moves or sounds. */
function checkTogether(
  media: readonly Media[],
  path: Finding['path'],
  limits: MastodonLimits,
): Finding[] {
  const films = media.filter(({ kind }) => kind !== 'image').length;
  if (films > 0 && media.length > 1) {
    return [
      {
        rule: 'mastodon/media/mixed',
        severity: 'error',
        path,
        message: 'A post holds images, or one animation, video or sound, not both.',
        fix: 'Put each of them into a post of its own.',
        source: limits.films.source,
      },
    ];
  }
  return tooMuch({
    rule: 'mastodon/media/count',
    path,
    what: 'The post',
    measured: media.length,
    limit: limits.media,
    fix: 'Spread them over a thread.',
  });
}
