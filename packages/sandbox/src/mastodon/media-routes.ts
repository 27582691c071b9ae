import type { Answer, Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { type Mastodon, mastodonError, recordNotFound } from './context.ts';
import { checkDescription, insertMedia, isReady, mediaView, requireMedia } from './media.ts';

/** Uploads: `/api/v2/media` and what belongs to them. */
export function mediaRoutes(mastodon: Mastodon): Route[] {
  const { database } = mastodon;
  const mine = (exchange: Exchange) => {
    const account = authenticate(mastodon, exchange, 'write:media');
    return requireMedia(mastodon, exchange.parameters['id'] ?? '', account.id);
  };
  return [
    { method: 'POST', path: '/api/v2/media', handle: (exchange) => upload(mastodon, exchange) },
    { method: 'POST', path: '/api/v1/media', handle: (exchange) => upload(mastodon, exchange) },
    {
      method: 'GET',
      path: '/api/v1/media/:id',
      handle(exchange) {
        const media = mine(exchange);
        if (media.failed) {
          throw mastodonError(422, 'Error processing thumbnail for uploaded media');
        }
        return { status: isReady(mastodon, media) ? 200 : 206, body: mediaView(mastodon, media) };
      },
    },
    {
      method: 'PUT',
      path: '/api/v1/media/:id',
      handle(exchange) {
        const media = mine(exchange);
        const { description } = exchange.fields;
        checkDescription(mastodon, description);
        if (typeof description === 'string') {
          database.run('UPDATE media SET description = ? WHERE id = ?', description, media.id);
        }
        return { status: 200, body: mediaView(mastodon, mine(exchange)) };
      },
    },
    {
      method: 'DELETE',
      path: '/api/v1/media/:id',
      handle(exchange) {
        const media = mine(exchange);
        if (media.status !== null) {
          throw mastodonError(422, 'Media attachment is currently used by a status');
        }
        database.run('DELETE FROM media WHERE id = ?', media.id);
        return { status: 200, body: {} };
      },
    },
    {
      method: 'GET',
      path: '/media/:id',
      handle({ parameters }) {
        const id = parameters['id'] ?? '';
        const row = database.one('SELECT mime_type, bytes FROM media WHERE id = ?', id);
        if (!row) throw recordNotFound();
        const headers = { 'content-type': String(row['mime_type']) };
        return { status: 200, headers, body: row['bytes'] };
      },
    },
  ];
}

function upload(mastodon: Mastodon, exchange: Exchange): Answer {
  const account = authenticate(mastodon, exchange, 'write:media');
  const media = insertMedia(mastodon, account.id, exchange);
  // Mastodon makes images at once and the rest later, which is what a 202 tells.
  const atOnce = media.mimeType.startsWith('image/') && isReady(mastodon, media);
  const view = mediaView(mastodon, media);
  const later = { ...view, url: null };
  return atOnce ? { status: 200, body: view } : { status: 202, body: later };
}
