import type { Draft, DraftItem, Json, Media } from '@affiche/core';
import type { AttachedFile, SendRequest } from './requests.ts';
import { outgoingEntities, outgoingText } from './rules.ts';
import type { TelegramOptions } from './settings.ts';

const methods = {
  image: ['sendPhoto', 'photo'],
  video: ['sendVideo', 'video'],
  animation: ['sendAnimation', 'animation'],
  audio: ['sendAudio', 'audio'],
  document: ['sendDocument', 'document'],
} as const;

type Content = Pick<SendRequest, 'method' | 'files'> & { readonly fields: Record<string, Json> };

/** What an item says and shows, and the method that sends it. */
export function contentOf(
  { contentWarning }: Draft,
  item: DraftItem,
  index: number,
  options: TelegramOptions,
): Content {
  const { media, poll } = item;
  const [first] = media;
  if (poll) return pollOf(item, options);
  if (!first) return textOf(item, index, options);
  const veiled = contentWarning !== undefined;
  if (media.length === 1) return fileOf(first, item, index, veiled, options);
  const words = captionOf(item, index, options);
  return {
    method: 'sendMediaGroup',
    fields: {
      media: media.map((each, position) => ({
        type: methods[each.kind][1],
        media: `attach://file${position}`,
        ...(position === 0 && words),
        ...traitsOf(each, veiled),
      })),
    },
    files: media.map((each, position) => attached(`file${position}`, each)),
  };
}

function pollOf(item: DraftItem, { anonymousPoll }: TelegramOptions): Content {
  const { options = [], durationSeconds = 0, multiple = false } = item.poll ?? {};
  return {
    method: 'sendPoll',
    fields: {
      question: outgoingText(item),
      options: options.map((text) => ({ text })),
      is_anonymous: anonymousPoll,
      allows_multiple_answers: multiple,
      open_period: durationSeconds,
    },
    files: [],
  };
}

function textOf(item: DraftItem, index: number, options: TelegramOptions): Content {
  const entities = outgoingEntities(item, index, options.entities);
  const { hidden, size, aboveText } = options.linkPreview;
  const preview = {
    ...(hidden && { is_disabled: true }),
    ...(item.link && !hidden && { url: item.link.url }),
    ...(size === 'small' && { prefer_small_media: true }),
    ...(size === 'large' && { prefer_large_media: true }),
    ...(aboveText && { show_above_text: true }),
  };
  return {
    method: 'sendMessage',
    fields: {
      text: outgoingText(item),
      ...(entities.length > 0 && { entities: entities.map((each) => ({ ...each })) }),
      ...(Object.keys(preview).length > 0 && { link_preview_options: preview }),
    },
    files: [],
  };
}

function fileOf(
  media: Media,
  item: DraftItem,
  index: number,
  veiled: boolean,
  options: TelegramOptions,
): Content {
  const [method, field] = methods[media.kind];
  return {
    method,
    fields: {
      [field]: 'attach://file0',
      ...captionOf(item, index, options),
      ...traitsOf(media, veiled),
    },
    files: [attached('file0', media)],
  };
}

function captionOf(item: DraftItem, index: number, options: TelegramOptions): Record<string, Json> {
  const caption = outgoingText(item);
  if (caption === '') return {};
  const entities = outgoingEntities(item, index, options.entities);
  const pictured = item.media.every(({ kind }) => kind !== 'audio' && kind !== 'document');
  return {
    caption,
    ...(entities.length > 0 && { caption_entities: entities.map((each) => ({ ...each })) }),
    ...(options.captionAboveMedia && pictured && { show_caption_above_media: true }),
  };
}

function traitsOf(
  { kind, width, height, durationSeconds }: Media,
  veiled: boolean,
): Record<string, Json> {
  const moving = kind === 'video' || kind === 'animation';
  const lasting = moving || kind === 'audio';
  return {
    ...(veiled && (kind === 'image' || moving) && { has_spoiler: true }),
    ...(moving && width !== undefined && { width }),
    ...(moving && height !== undefined && { height }),
    ...(lasting && durationSeconds !== undefined && { duration: Math.round(durationSeconds) }),
    ...(kind === 'video' && { supports_streaming: true }),
  };
}

function attached(part: string, { source, mimeType }: Media): AttachedFile {
  return { part, source, mimeType };
}
