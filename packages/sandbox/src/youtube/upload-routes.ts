import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { authenticate } from './accounts.ts';
import { freshId, secret, type YouTube, youtubeError } from './context.ts';
import { followersNow } from './followers.ts';
import { findVideo, videoView } from './videos.ts';
import { checkVideo } from './video-rules.ts';

/** Films in resumable sessions, and the pictures before them. */
export function uploadRoutes(youtube: YouTube): Route[] {
  return [
    route('POST', '/upload/youtube/v3/videos', (exchange) => begin(youtube, exchange)),
    route('PUT', '/upload/youtube/v3/videos', (exchange) => receive(youtube, exchange)),
    route('POST', '/upload/youtube/v3/thumbnails/set', (exchange) => {
      const { id } = authenticate(youtube, exchange);
      const video = findVideo(youtube, exchange.query.get('videoId') ?? '');
      if (video?.account !== id) throw youtubeError(404, 'videoNotFound');
      const type = sniffMimeType(exchange.body);
      if (type !== 'image/jpeg' && type !== 'image/png') throw youtubeError(400, 'invalidImage');
      youtube.database.run('UPDATE video SET thumbnail = 1 WHERE id = ?', video.id);
      const url = `${youtube.url()}/vi/${video.id}/default.jpg`;
      const items = [{ default: { url, width: 120, height: 90 } }];
      return { status: 200, body: { kind: 'youtube#thumbnailSetResponse', items } };
    }),
  ];
}

function begin(youtube: YouTube, exchange: Exchange): Answer {
  const { database, clock, settings } = youtube;
  const account = authenticate(youtube, exchange);
  const { query, headers, fields, fault } = exchange;
  const size = Number(headers['x-upload-content-length']);
  if (query.get('uploadType') !== 'resumable' || !(size >= 0)) {
    throw youtubeError(400, 'mediaBodyRequired');
  }
  checkVideo(fields, clock.now());
  const today = database.one(
    'SELECT count(*) AS number FROM session WHERE account = ? AND begun_at > ?',
    account.id,
    clock.now() - 86_400_000,
  );
  if (Number(today?.['number']) >= settings.uploadsPerDay) {
    throw youtubeError(400, 'uploadLimitExceeded');
  }
  const id = secret(youtube, `session ${freshId(youtube, 'session', 20)}`);
  database.run(
    'INSERT INTO session (id, account, body, size, received, trouble, begun_at) VALUES (?, ?, ?, ?, 0, ?, ?)',
    id,
    account.id,
    JSON.stringify(fields),
    size,
    fault?.effect.startsWith('media-') ? fault.effect : null,
    clock.now(),
  );
  const location = `${youtube.url()}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}`;
  return { status: 200, headers: { location } };
}

/** Bytes that begin where the last ended, or a question; a finished session says which film it is. */
function receive(youtube: YouTube, { query, headers, body }: Exchange): Answer {
  const { database, clock, settings } = youtube;
  const row = database.one('SELECT * FROM session WHERE id = ?', query.get('upload_id') ?? '');
  const end = Number(row?.['begun_at'] ?? 0) + settings.sessionSeconds * 1000;
  if (!row || end < clock.now()) throw youtubeError(404, 'notFound');
  const [id, size] = [String(row['id']), Number(row['size'])];
  if (typeof row['video'] === 'string') return finished(youtube, row['video']);
  const range = /^bytes (?<first>\d+)-(?<last>\d+)\/(?<size>\d+)$/.exec(
    headers['content-range'] ?? '',
  )?.groups;
  let received = Number(row['received']);
  if (range && Number(range['size']) === size && Number(range['first']) <= received) {
    const last = Number(range['last']);
    const isWhole = body.byteLength === last - Number(range['first']) + 1;
    const isCut = last === size - 1 || body.byteLength % 262_144 === 0;
    if (!isWhole || !isCut) throw youtubeError(400, 'badRequest');
    received = Math.max(received, last + 1);
    database.run('UPDATE session SET received = ? WHERE id = ?', received, id);
  }
  if (received >= size) return finished(youtube, insert(youtube, id));
  const headersOf = received === 0 ? {} : { range: `bytes=0-${received - 1}` };
  return { status: 308, headers: headersOf };
}

function insert(youtube: YouTube, session: string): string {
  const { database, clock } = youtube;
  const row = database.one('SELECT * FROM session WHERE id = ?', session);
  const account = database.one('SELECT * FROM account WHERE id = ?', String(row?.['account']));
  const id = freshId(youtube, 'video', 11);
  const channel = {
    id: String(account?.['id']),
    title: String(account?.['title']),
    followers: Number(account?.['followers']),
  };
  database.run(
    'INSERT INTO video (id, account, body, followers, trouble, uploaded_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    channel.id,
    String(row?.['body']),
    followersNow(youtube, channel),
    typeof row?.['trouble'] === 'string' ? row['trouble'] : null,
    clock.now(),
  );
  database.run('UPDATE session SET video = ? WHERE id = ?', id, session);
  return id;
}

function finished(youtube: YouTube, id: string): Answer {
  const video = findVideo(youtube, id);
  if (!video) throw youtubeError(404, 'notFound');
  const view = videoView(youtube, video, ['snippet', 'status']);
  return { status: 200, body: isRecord(view) ? view : {} };
}
