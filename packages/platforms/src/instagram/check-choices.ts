import type { Composition, Finding, Limit } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkPlaces } from './check-places.ts';
import type { InstagramFacts } from './facts.ts';
import { type InstagramLimits, userMedia } from './limits.ts';
import type { InstagramOptions } from './options.ts';
import type { Format } from './rules.ts';

type Composed = Composition<InstagramOptions, InstagramFacts>;

/** What a publication asks of Instagram that its kind of post has not, or has fewer of. */
export function checkChoices(
  composition: Composed,
  format: Format,
  limits: InstagramLimits,
): Finding[] {
  const { options } = composition;
  const lists: readonly (readonly [keyof InstagramOptions, readonly unknown[], Limit])[] = [
    ['collaborators', options.collaborators, limits.collaborators],
    ['tags', options.tags, limits.tags],
    ['products', options.products, limits.products],
    ['sponsors', options.sponsors, limits.sponsors],
  ];
  return [
    ...checkFormat(options, format),
    ...lists.flatMap(([name, list, limit]) =>
      tooMuch({
        rule: `instagram/${name}/count`,
        path: [name],
        what: 'The post',
        measured: list.length,
        limit,
        fix: 'Leave some out.',
      }),
    ),
    ...checkPlaces(composition),
    ...checkCover(composition),
    ...checkWarning(composition),
  ];
}

function checkFormat(options: InstagramOptions, format: Format): Finding[] {
  const { coverUrl, coverSeconds, audioName, trial, shareToFeed, location } = options;
  const ofReels = { coverUrl, coverSeconds, audioName, trial, shareToFeed: !shareToFeed };
  const ofPosts = {
    collaborators: options.collaborators.length > 0,
    products: options.products.length > 0,
    location,
    comments: !options.comments,
  };
  const wrong = [
    ...(format === 'reel' ? [] : asked(ofReels).map((name) => [name, 'reels'] as const)),
    ...(format === 'story' ? asked(ofPosts).map((name) => [name, 'posts'] as const) : []),
  ];
  return wrong.map(([name, kind]) => ({
    rule: 'instagram/options/format',
    severity: 'error',
    path: [name],
    message: `Instagram has ${name} for ${kind} only, and this is a ${format}.`,
    measured: format,
    fix: 'Leave it out, or change the post.',
    source: userMedia,
  }));
}

function asked(choices: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(choices)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name]) => name);
}

function checkCover({ draft, options }: Composed): Finding[] {
  const { coverSeconds } = options;
  const length = draft.items[0]?.media[0]?.durationSeconds;
  if (coverSeconds === undefined || length === undefined || coverSeconds <= length) return [];
  return [
    {
      rule: 'instagram/cover/after-end',
      severity: 'error',
      path: ['coverSeconds'],
      message: `The cover is a moment after the end of the reel, which lasts ${length} seconds.`,
      measured: coverSeconds,
      limit: length,
      unit: 'seconds',
      fix: 'Choose an earlier moment.',
      source: userMedia,
    },
  ];
}

function checkWarning({ draft }: Composed): Finding[] {
  if (draft.contentWarning === undefined) return [];
  return [
    {
      rule: 'instagram/content-warning/none',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Instagram takes no warning from programs, and shows the picture at once.',
      fix: 'Begin the caption with the warning, and show something harmless first.',
    },
  ];
}
