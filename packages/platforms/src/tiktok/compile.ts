import type { Composition, DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import type { TikTokFacts } from './facts.ts';
import { publicUrl } from './media-address.ts';
import { isPhotos, outgoingText } from './rules.ts';
import type { TikTokOptions, TikTokSettings } from './settings.ts';

/**
 * Turns a draft into steps. A film that is sent has a number before a byte of it left, so that its
 * post can be asked about; what TikTok fetches begins and is published by one request.
 */
export function compile(
  { draft, options }: Composition<TikTokOptions, TikTokFacts>,
  settings: TikTokSettings,
): Step[] {
  return draft.items.flatMap((item, index) => {
    const [film] = item.media;
    if (!film || isPhotos(item) || options.transfer === 'pull') {
      return [pullStep(item, index, options, settings)];
    }
    const { source, mimeType } = film;
    const inbox = options.mode === 'inbox';
    const upload = `upload-${index}`;
    const request = {
      publishId: outputOf(upload, 'id'),
      url: outputOf(upload, 'data', 'url'),
      chunkSize: outputOf(upload, 'data', 'chunkSize'),
      count: outputOf(upload, 'data', 'count'),
      source,
      mimeType,
      isPublic: isPublic(options),
    };
    return [
      invisibleStep(
        upload,
        'begin-upload',
        { inbox, info: inbox ? {} : videoInfo(item, options), source, mimeType },
        { buckets: ['inits', 'posts'], timeoutSeconds: 60, recognition: 'handle' },
      ),
      postStep(index, options, settings, {
        kind: 'send-video',
        recognition: 'handle',
        costs: [{ bucket: 'status', points: 1 }],
        timeoutSeconds: 600,
        request,
      }),
    ];
  });
}

function pullStep(
  item: DraftItem,
  index: number,
  options: TikTokOptions,
  settings: TikTokSettings,
): Step {
  const addresses = item.media.map(({ source }) => publicUrl(source, settings) ?? '');
  const photos = isPhotos(item);
  const inbox = options.mode === 'inbox';
  const text = outgoingText(item);
  const info = photos ? photoInfo(item, options) : inbox ? {} : videoInfo(item, options);
  return postStep(index, options, settings, {
    kind: 'begin-pull',
    // Only what everybody sees can be listed, and not at once.
    recognition: isPublic(options) ? 'lookup' : 'none',
    costs: ['inits', 'posts'].map((bucket) => ({ bucket, points: 1 })),
    timeoutSeconds: 60,
    request: {
      inbox,
      info,
      text,
      isPublic: isPublic(options),
      from: photos
        ? { photos: addresses, first: options.firstPhoto ?? 0 }
        : { video: addresses[0] ?? '' },
    },
  });
}

function postStep(
  index: number,
  options: TikTokOptions,
  { settleSeconds = 30 }: TikTokSettings,
  step: Pick<Step, 'kind' | 'recognition' | 'costs' | 'timeoutSeconds' | 'request'>,
): Step {
  return {
    id: `post-${index}`,
    item: index,
    visibility: isPublic(options) ? 'public' : 'private',
    needs: referencedSteps(step.request),
    settleSeconds,
    ...step,
  };
}

function isPublic({ mode, privacyLevel }: TikTokOptions): boolean {
  return mode === 'direct' && privacyLevel === 'PUBLIC_TO_EVERYONE';
}

function videoInfo(item: DraftItem, options: TikTokOptions): Record<string, Json> {
  const { coverAtSeconds: cover } = options;
  return {
    title: outgoingText(item),
    privacy_level: options.privacyLevel ?? '',
    disable_duet: !options.allowDuets,
    disable_stitch: !options.allowStitches,
    disable_comment: !options.allowComments,
    ...(cover !== undefined && { video_cover_timestamp_ms: Math.round(cover * 1000) }),
    ...brands(options),
    is_aigc: options.aiGenerated,
  };
}

function photoInfo(item: DraftItem, options: TikTokOptions): Record<string, Json> {
  const { title, mode } = options;
  const words = {
    ...(title !== undefined && { title }),
    description: outgoingText(item),
  };
  if (mode === 'inbox') return words;
  return {
    ...words,
    privacy_level: options.privacyLevel ?? '',
    disable_comment: !options.allowComments,
    auto_add_music: options.autoAddMusic,
    ...brands(options),
  };
}

function brands({ disclosure }: TikTokOptions) {
  return {
    brand_content_toggle: disclosure.brandedContent,
    brand_organic_toggle: disclosure.ownBrand,
  };
}
