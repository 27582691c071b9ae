import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { storeBlob } from './blob-routes.ts';
import { base32Hash, type Bluesky, hash } from './context.ts';
import { serviceSecret } from './credentials.ts';
import { requireParameter } from './fields.ts';
import { authenticate } from './sessions.ts';
import { verifyToken } from './tokens.ts';
import { authMissing, xrpcError } from './xrpc-error.ts';

const video = '/xrpc/app.bsky.video.';
const never = Number.MAX_SAFE_INTEGER;

/** The video service: `app.bsky.video.*`, on this server instead of one of its own. */
export function videoRoutes(bluesky: Bluesky): Route[] {
  const { database, clock, settings } = bluesky;
  return [
    {
      method: 'POST',
      path: `${video}uploadVideo`,
      handle(exchange) {
        const did = uploader(bluesky, exchange);
        const id = base32Hash(
          20,
          bluesky.seed,
          did,
          hash(exchange.body.toString('latin1')).toString('hex'),
        );
        const effect = exchange.fault?.effect;
        // The same bytes are the same job; a failed one may be tried again.
        database.run(
          `INSERT INTO video_job (id, did, bytes, ready_at, failure, created_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET ready_at = excluded.ready_at, failure = excluded.failure
           WHERE failure IS NOT NULL`,
          id,
          did,
          exchange.body,
          effect === 'media-stuck' ? never : clock.now() + settings.videoProcessingSeconds * 1000,
          effect === 'media-failed' ? 'video_processing_failed' : null,
          clock.now(),
        );
        if (effect === 'media-lost') database.run('DELETE FROM video_job WHERE id = ?', id);
        // The service answers with the job itself, not wrapped as the status is.
        return { status: 200, body: { jobId: id, did, state: 'JOB_STATE_CREATED' } };
      },
    },
    {
      method: 'GET',
      path: `${video}getJobStatus`,
      handle(exchange) {
        const id = requireParameter(exchange, 'jobId');
        const jobStatus = status(bluesky, id);
        if (!jobStatus) throw xrpcError(404, 'JobNotFound', `Job not found: ${id}`);
        return { status: 200, body: { jobStatus } };
      },
    },
    {
      method: 'GET',
      path: `${video}getUploadLimits`,
      handle(exchange) {
        const did = uploader(bluesky, exchange);
        const row = database.one(
          'SELECT count(*) AS number FROM video_job WHERE did = ? AND created_at > ?',
          did,
          clock.now() - 86_400_000,
        );
        const remaining = Math.max(0, settings.videosPerDay - Number(row?.['number']));
        return {
          status: 200,
          body: {
            canUpload: remaining > 0,
            remainingDailyVideos: remaining,
            remainingDailyBytes: 10_000_000_000,
          },
        };
      },
    },
  ];
}

function status(bluesky: Bluesky, id: string) {
  const row = bluesky.database.one('SELECT * FROM video_job WHERE id = ?', id);
  if (!row) return undefined;
  const did = String(row['did']);
  const job = { jobId: id, did };
  if (row['failure'] !== null) {
    const error = String(row['failure']);
    return {
      ...job,
      state: 'JOB_STATE_FAILED',
      error,
      message: 'The video could not be processed',
    };
  }
  if (Number(row['ready_at']) > bluesky.clock.now()) {
    return { ...job, state: 'JOB_STATE_ENCODING', progress: 50 };
  }
  const blob = storeBlob(bluesky, did, row['bytes'] as Uint8Array, 'video/mp4');
  return { ...job, state: 'JOB_STATE_COMPLETED', progress: 100, blob };
}

/** The account behind a service token, or, as a convenience, behind an access token. */
function uploader(bluesky: Bluesky, exchange: Exchange): string {
  const token = bearerToken(exchange);
  if (token === undefined) throw authMissing();
  try {
    return verifyToken(serviceSecret(bluesky), 'JWT', token, bluesky.clock.now()).sub;
  } catch {
    return authenticate(bluesky, exchange).account.did;
  }
}
