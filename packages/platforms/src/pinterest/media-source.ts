import type { PlatformIo, StepResult } from '@affiche/core';
import { toBase64 } from '../base64.ts';
import { openMediaBytes } from '../media-bytes.ts';
import type { File, Shown } from './requests.ts';

/** What a pin shows, as `POST /pins` takes it: addresses where the pictures have them, bytes otherwise. */
export async function mediaSourceOf(
  shown: Shown,
  io: PlatformIo,
): Promise<{ readonly source: object } | StepResult> {
  if (shown.kind === 'image') return imageSource(shown.file, io);
  if (shown.kind === 'video') {
    const cover = await coverFields(shown.cover, io);
    if ('status' in cover) return cover;
    return { source: { source_type: 'video_id', media_id: shown.id, ...cover.fields } };
  }
  const { slides, index } = shown;
  const first = index === undefined ? {} : { index };
  if (slides.every(({ source }) => 'url' in source)) {
    const items = slides.map(({ source, mimeType: _type, ...words }) =>
      Object.assign({ url: 'url' in source ? source.url : '' }, words),
    );
    return { source: { source_type: 'multiple_image_urls', items, ...first } };
  }
  const items: object[] = [];
  for (const { source, mimeType, ...words } of slides) {
    const bytes = await openMediaBytes({ source, mimeType }, io);
    if ('status' in bytes) return bytes;
    items.push({ content_type: mimeType, data: toBase64(bytes), ...words });
  }
  return { source: { source_type: 'multiple_image_base64', items, ...first } };
}

async function imageSource({ source, mimeType }: File, io: PlatformIo) {
  if ('url' in source) return { source: { source_type: 'image_url', url: source.url } };
  const bytes = await openMediaBytes({ source, mimeType }, io);
  if ('status' in bytes) return bytes;
  const data = toBase64(bytes);
  return { source: { source_type: 'image_base64', content_type: mimeType, data } };
}

async function coverFields(
  cover: Extract<Shown, { kind: 'video' }>['cover'],
  io: PlatformIo,
): Promise<{ readonly fields: object } | StepResult> {
  if ('atSeconds' in cover) return { fields: { cover_image_key_frame_time: cover.atSeconds } };
  if ('url' in cover.source) return { fields: { cover_image_url: cover.source.url } };
  const bytes = await openMediaBytes(cover, io);
  if ('status' in bytes) return bytes;
  return {
    fields: { cover_image_content_type: cover.mimeType, cover_image_data: toBase64(bytes) },
  };
}
