import type { DraftItem, Json, Media, Step } from '@affiche/core';
import { paragraphsOf, type TumblrComposition } from './rules.ts';
import type { TumblrOptions, TumblrSettings } from './settings.ts';

/** Turns a draft into one step for each post: its files go with it. */
export function compile(
  { draft, options }: TumblrComposition,
  { settleSeconds = 30 }: TumblrSettings,
): Step[] {
  return draft.items.map((item, index) => {
    const { edits } = options;
    const videos = item.media.filter(({ kind }) => kind === 'video').length;
    const images = item.media.length - videos;
    const seconds = item.media.reduce((sum, { durationSeconds = 0 }) => sum + durationSeconds, 0);
    return {
      id: `${edits ? 'edit' : 'post'}-${index}`,
      kind: edits ? 'edit-post' : 'create-post',
      item: index,
      visibility: options.state === 'published' || edits ? 'public' : 'private',
      recognition: edits ? 'evidence' : 'lookup',
      needs: [],
      costs: [
        { bucket: 'requests', points: 1 },
        ...(edits ? [] : [{ bucket: 'posts', points: 1 }]),
        ...(images > 0 ? [{ bucket: 'images', points: images }] : []),
        ...(videos > 0 ? [{ bucket: 'videos', points: videos }] : []),
        ...(videos > 0 && seconds > 0 ? [{ bucket: 'video-seconds', points: seconds }] : []),
      ],
      timeoutSeconds: item.media.length > 0 ? 600 : 60,
      settleSeconds,
      request: {
        ...(edits && { id: edits.id }),
        body: bodyOf(item, options),
        files: item.media.map(({ source, mimeType }, position) => ({
          name: `file-${position}`,
          source,
          mimeType,
        })),
      },
    };
  });
}

function bodyOf(item: DraftItem, { state, publishOn, tags, sourceUrl }: TumblrOptions): Json {
  const { link, media } = item;
  return {
    content: [
      ...media.map(mediaBlock),
      ...paragraphsOf(item).map((text) => ({ type: 'text', text })),
      ...(link
        ? [
            {
              type: 'link',
              url: link.url,
              ...(link.title !== undefined && { title: link.title }),
              ...(link.description !== undefined && { description: link.description }),
            },
          ]
        : []),
    ],
    state,
    ...(publishOn !== undefined && { publish_on: publishOn }),
    ...(tags.length > 0 && { tags: tags.join(',') }),
    ...(sourceUrl !== undefined && { source_url: sourceUrl }),
  };
}

function mediaBlock({ kind, mimeType, width, height, alt }: Media, position: number): Json {
  const file = {
    type: mimeType,
    identifier: `file-${position}`,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
  if (kind === 'video') return { type: 'video', media: file };
  return { type: 'image', media: [file], ...(alt && { alt_text: alt }) };
}
