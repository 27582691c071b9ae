import { isRecord } from '../http/body-fields.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { invalid, type Pinterest, pinterestError } from './context.ts';
import { findMedia, statusOf } from './media.ts';

const limits = { title: 100, description: 800, alt_text: 500, link: 2048 };

/** Refuses a pin that breaks a rule, before anything is kept. */
export function checkPin(
  pinterest: Pinterest,
  account: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  for (const [name, limit] of Object.entries(limits)) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || Array.from(value).length > limit) {
      throw invalid(`${name} must be a text of at most ${limit} characters`);
    }
  }
  const { media_source: source } = fields;
  if (!isRecord(source)) throw invalid('media_source is required');
  checkSource(pinterest, account, source);
}

type Source = Readonly<Record<string, unknown>>;

function checkSource(pinterest: Pinterest, account: string, source: Source): void {
  const { source_type: type, items } = source;
  switch (type) {
    case 'image_url':
      return requireAddress(source['url']);
    case 'image_base64':
      return requireImage(source['content_type'], source['data']);
    case 'multiple_image_urls':
      return list(items).forEach((item) => requireAddress(item['url']));
    case 'multiple_image_base64':
      return list(items).forEach((item) => requireImage(item['content_type'], item['data']));
    case 'video_id':
      return checkVideo(pinterest, account, source);
    default:
      throw invalid(`media_source.source_type ${String(type)} is not known`);
  }
}

function list(items: unknown): Source[] {
  if (!Array.isArray(items) || items.length < 2 || items.length > 5 || !items.every(isRecord)) {
    throw invalid('media_source.items must be 2 to 5');
  }
  return items;
}

function requireAddress(url: unknown): void {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) {
    throw pinterestError(
      400,
      235,
      'Unable to reach the URL. Check the URL is correct and try again.',
    );
  }
}

function requireImage(type: unknown, data: unknown): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'base64') : Buffer.alloc(0);
  const actual = sniffMimeType(bytes);
  if ((type !== 'image/jpeg' && type !== 'image/png') || actual !== type) {
    throw pinterestError(400, 235, 'The image is broken, or of another type.');
  }
}

function checkVideo(pinterest: Pinterest, account: string, source: Source): void {
  const media = findMedia(pinterest, String(source['media_id']), account);
  if (!media) throw invalid('media_id is not known');
  const status = statusOf(pinterest, media);
  if (status !== 'succeeded') throw invalid(`the media is ${status}`);
  const covers = ['cover_image_url', 'cover_image_data', 'cover_image_key_frame_time'];
  if (!covers.some((name) => source[name] !== undefined)) {
    throw invalid(
      'one of cover_image_url, cover_image_data or cover_image_key_frame_time is required',
    );
  }
}
