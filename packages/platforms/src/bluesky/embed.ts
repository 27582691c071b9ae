import type { DraftItem, Json, Media } from '@affiche/core';
import { outputOf } from '../output-reference.ts';
import type { BlueskyOptions } from './settings.ts';

/** The name of the step that uploads a file of an item. */
export function uploadStep(item: number, what: number | 'card' | `captions-${number}`): string {
  return `upload-${item}-${what}`;
}

/** What is shown under the text: pictures, a film, a card or another post. */
export function embedOf(
  item: DraftItem,
  index: number,
  { quote }: Pick<BlueskyOptions, 'quote'>,
): Json | undefined {
  const media = mediaEmbed(item, index);
  if (!quote || index > 0) return media;
  const record = {
    $type: 'app.bsky.embed.record',
    record:
      quote.version === undefined
        ? outputOf('resolve-quote', 'data', 'post')
        : { uri: quote.id, cid: quote.version },
  };
  return media === undefined ? record : { $type: 'app.bsky.embed.recordWithMedia', record, media };
}

function mediaEmbed({ media, link }: DraftItem, index: number): Json | undefined {
  const [first] = media;
  if (first?.kind === 'video') return videoEmbed(first, index);
  if (first) return imagesEmbed(media, index);
  if (!link) return undefined;
  return {
    $type: 'app.bsky.embed.external',
    external: {
      uri: link.url,
      title: link.title ?? new URL(link.url).host,
      description: link.description ?? '',
      ...(link.image && { thumb: outputOf(uploadStep(index, 'card'), 'data', 'blob') }),
    },
  };
}

function videoEmbed(video: Media, index: number): Json {
  return {
    $type: 'app.bsky.embed.video',
    video: outputOf(uploadStep(index, 0), 'data', 'blob'),
    ...(video.alt !== undefined && { alt: video.alt }),
    ...aspectRatio(video),
    ...(video.captions?.length && {
      captions: video.captions.map(({ language }, caption) => ({
        lang: language,
        file: outputOf(uploadStep(index, `captions-${caption}`), 'data', 'blob'),
      })),
    }),
  };
}

function imagesEmbed(media: readonly Media[], index: number): Json {
  const images = media.map((image, position) => ({
    image: outputOf(uploadStep(index, position), 'data', 'blob'),
    alt: image.alt ?? '',
    ...aspectRatio(image),
  }));
  // Clients older than galleries show images only as such.
  if (images.length <= 4) return { $type: 'app.bsky.embed.images', images };
  return {
    $type: 'app.bsky.embed.gallery',
    items: images.map((image) => Object.assign({ $type: 'app.bsky.embed.gallery#image' }, image)),
  };
}

function aspectRatio({ width, height }: Media): {
  aspectRatio?: { width: number; height: number };
} {
  return width === undefined || height === undefined ? {} : { aspectRatio: { width, height } };
}
