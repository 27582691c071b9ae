import type { Route } from '../http/route.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import type { Bluesky } from './context.ts';
import { requireParameter } from './fields.ts';
import { blobCid } from './lex-value.ts';
import { authenticateUpload } from './sessions.ts';
import { badInput, invalidRequest, xrpcError } from './xrpc-error.ts';

/** Uploaded bytes: `com.atproto.repo.uploadBlob` and `com.atproto.sync.getBlob`. */
export function blobRoutes(bluesky: Bluesky): Route[] {
  const { database, settings } = bluesky;
  return [
    {
      method: 'POST',
      path: '/xrpc/com.atproto.repo.uploadBlob',
      handle(exchange) {
        const { account } = authenticateUpload(bluesky, exchange);
        const claimed = (exchange.headers['content-type'] ?? '').split(';')[0]?.trim();
        if (!claimed) {
          throw badInput('Request encoding (Content-Type) required but not provided');
        }
        if (exchange.body.byteLength > settings.blobUploadLimit) {
          throw tooLarge();
        }
        const lost = exchange.fault?.effect === 'media-lost';
        return {
          status: 200,
          body: { blob: storeBlob(bluesky, account.did, exchange.body, claimed, lost) },
        };
      },
    },
    {
      method: 'GET',
      path: '/xrpc/com.atproto.sync.getBlob',
      handle(exchange) {
        const row = database.one(
          'SELECT mime_type, bytes FROM blob WHERE did = ? AND cid = ?',
          requireParameter(exchange, 'did'),
          requireParameter(exchange, 'cid'),
        );
        if (!row) throw invalidRequest('Blob not found');
        return {
          status: 200,
          headers: {
            'content-type': String(row['mime_type']),
            'x-content-type-options': 'nosniff',
          },
          body: row['bytes'],
        };
      },
    },
  ];
}

function tooLarge() {
  return xrpcError(413, 'PayloadTooLarge', 'request entity too large', { uncounted: true });
}

/** Keeps bytes for an account, or only says so; gives the reference that records use. */
export function storeBlob(
  { database, clock }: Bluesky,
  did: string,
  bytes: Uint8Array,
  claimed: string,
  lost = false,
) {
  const mimeType =
    sniffMimeType(bytes) ?? (claimed === '*/*' ? 'application/octet-stream' : claimed);
  const cid = blobCid(bytes);
  if (!lost) {
    database.run(
      'INSERT OR IGNORE INTO blob (did, cid, mime_type, bytes, created_at) VALUES (?, ?, ?, ?, ?)',
      did,
      cid,
      mimeType,
      bytes,
      clock.now(),
    );
  }
  return { $type: 'blob', ref: { $link: cid }, mimeType, size: bytes.byteLength };
}
