import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { authenticate } from './accounts.ts';
import { invalid, refuse, type X } from './context.ts';
import { completeMedia, findMedia, insertMedia, keptSeconds, keyOf, type Media } from './media.ts';
import { partOf } from './multipart.ts';

/** Files: pictures at once, films and animations in parts. */
export function mediaRoutes(x: X): Route[] {
  return [
    route('POST', '/2/media/upload', (exchange) => {
      const account = authenticate(x, exchange).id;
      const { media_category: category = 'tweet_image' } = exchange.fields;
      const bytes = bytesOf(exchange);
      const mimeType = sniffMimeType(bytes) ?? '';
      if (!/^image\/(?:jpeg|png|webp|gif)$/.test(mimeType))
        throw invalid('Unsupported media type.');
      const begun = insertMedia(x, {
        account,
        mimeType,
        category: String(category),
        totalBytes: bytes.byteLength,
      });
      return { status: 200, body: { data: view(x, completeMedia(x, begun, exchange, 0)) } };
    }),
    route('POST', '/2/media/upload/initialize', (exchange) => {
      const account = authenticate(x, exchange).id;
      const { media_type: type, media_category: category, total_bytes: total } = exchange.fields;
      const media = insertMedia(x, {
        account,
        mimeType: typeof type === 'string' ? type : '',
        category: typeof category === 'string' ? category : 'tweet_image',
        totalBytes: Number(total),
      });
      return { status: 200, body: { data: view(x, media) } };
    }),
    route('POST', '/2/media/upload/:id/append', (exchange) => append(x, exchange)),
    route('POST', '/2/media/upload/:id/finalize', (exchange) => finalize(x, exchange)),
    route('GET', '/2/media/upload', (exchange) => {
      const media = mine(x, exchange, exchange.query.get('media_id') ?? '');
      return { status: 200, body: { data: view(x, media) } };
    }),
    route('POST', '/2/media/metadata', (exchange) => {
      const { id, metadata } = exchange.fields;
      const media = mine(x, exchange, String(id));
      const alt = isRecord(metadata) && isRecord(metadata['alt_text']) ? metadata['alt_text'] : {};
      const text = typeof alt['text'] === 'string' ? alt['text'] : '';
      if (text === '' || text.length > 1000)
        throw invalid('alt_text.text has 1 to 1000 characters.');
      x.database.run('UPDATE media SET alt = ? WHERE id = ?', text, media.id);
      const associated = { alt_text: { text } };
      return { status: 200, body: { data: { id: media.id, associated_metadata: associated } } };
    }),
  ];
}

function append(x: X, exchange: Exchange): Answer {
  const media = mine(x, exchange, exchange.parameters['id'] ?? '');
  const number = Number(exchange.fields['segment_index']);
  if (!Number.isInteger(number) || number < 0 || number > 999) {
    throw invalid('segment_index is a number from 0 to 999.');
  }
  x.database.run(
    'INSERT OR REPLACE INTO segment (media, number, bytes) VALUES (?, ?, ?)',
    media.id,
    number,
    bytesOf(exchange),
  );
  const expires = Math.floor(media.begunAt / 1000) + keptSeconds;
  return { status: 200, body: { data: { expires_at: expires } } };
}

function finalize(x: X, exchange: Exchange): Answer {
  const media = mine(x, exchange, exchange.parameters['id'] ?? '');
  const row = x.database.one(
    'SELECT sum(length(bytes)) AS size FROM segment WHERE media = ?',
    media.id,
  );
  if (Number(row?.['size'] ?? 0) !== media.totalBytes) {
    throw invalid('Segments do not add up to provided total file size.');
  }
  // Only the first time: a client that lost the answer asks again.
  const done =
    media.readyAt === null
      ? completeMedia(x, media, exchange, x.settings.mediaProcessingSeconds)
      : media;
  const working = { state: 'pending', check_after_secs: 1 };
  const data = { ...view(x, done), size: media.totalBytes };
  const isImage = media.category === 'tweet_image';
  return {
    status: 200,
    body: { data: { ...data, ...(!isImage && { processing_info: working }) } },
  };
}

function mine(x: X, exchange: Exchange, id: string): Media {
  const media = findMedia(x, id, authenticate(x, exchange).id);
  if (!media) throw refuse(404, `Could not find media with id: [${id}].`, 'resource-not-found');
  return media;
}

function bytesOf(exchange: Exchange): Uint8Array {
  const part = partOf(exchange, 'media');
  const { media } = exchange.fields;
  if (part) return part;
  if (typeof media === 'string' && media !== '') return Buffer.from(media, 'base64');
  throw invalid('The media field is missing.');
}

function view({ clock }: X, { id, category, begunAt, readyAt, failed }: Media) {
  const left = keptSeconds - Math.floor((clock.now() - begunAt) / 1000);
  const file = { id, media_key: keyOf(id, category), expires_after_secs: left };
  if (readyAt === null || (category === 'tweet_image' && !failed && readyAt <= clock.now()))
    return file;
  if (readyAt > clock.now()) {
    const percent = Math.floor((100 * (clock.now() - begunAt)) / (readyAt - begunAt));
    const info = { state: 'in_progress', check_after_secs: 1, progress_percent: percent };
    return { ...file, processing_info: info };
  }
  if (!failed) return { ...file, processing_info: { state: 'succeeded', progress_percent: 100 } };
  const error = { code: 1, name: 'InvalidMedia', message: 'Unsupported video format' };
  return { ...file, processing_info: { state: 'failed', progress_percent: 100, error } };
}
