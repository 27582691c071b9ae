import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { secretOf } from '../people.ts';
import type { TikTok } from './context.ts';
import { findPost } from './posts.ts';

/** Where the bytes of films go: in order, in the chunks that were announced, and for an hour. */
export function uploadRoutes(tiktok: TikTok): Route[] {
  return [route('PUT', '/video/', (exchange) => receive(tiktok, exchange))];
}

function receive(tiktok: TikTok, { query, headers, body }: Exchange): Answer {
  const { database, clock, settings } = tiktok;
  const post = findPost(tiktok, query.get('upload_id') ?? '');
  const isKnown = query.get('upload_token') === secretOf(tiktok, `upload ${post?.publishId ?? ''}`);
  if (!post || !isKnown || clock.now() > post.begunAt + settings.uploadSeconds * 1000) {
    return { status: 403 };
  }
  const { size, chunk, chunks, received } = post;
  const range = /^bytes (?<first>\d+)-(?<last>\d+)\/(?<size>\d+)$/.exec(
    headers['content-range'] ?? '',
  )?.groups;
  const number = Math.floor(received / chunk);
  const last = number >= chunks - 1 ? size - 1 : received + chunk - 1;
  const fits =
    received < size &&
    Number(range?.['first']) === received &&
    Number(range?.['last']) === last &&
    Number(range?.['size']) === size &&
    body.byteLength === last - received + 1;
  if (!fits) return { status: 416 };
  const isLast = last === size - 1;
  database.run(
    'UPDATE post SET received = ?, ready_at = ? WHERE publish_id = ?',
    last + 1,
    isLast ? clock.now() + settings.processingSeconds * 1000 : null,
    post.publishId,
  );
  return { status: isLast ? 201 : 206 };
}
