import { isRecord } from '../http/body-fields.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { freshId, type YouTube, youtubeError } from './context.ts';
import { findVideo } from './videos.ts';

/** Subtitles: one for each language of a film. */
export function captionRoutes(youtube: YouTube): Route[] {
  const { database } = youtube;
  return [
    route('POST', '/upload/youtube/v3/captions', (exchange) => {
      const account = authenticate(youtube, exchange);
      const snippet = wordsOf(exchange)['snippet'];
      const { videoId, language } = isRecord(snippet) ? snippet : {};
      const video = typeof videoId === 'string' ? findVideo(youtube, videoId) : undefined;
      if (video?.account !== account.id) throw youtubeError(404, 'videoNotFound');
      if (typeof language !== 'string') throw youtubeError(400, 'invalidMetadata');
      const id = freshId(youtube, 'caption', 20);
      const made = database.run(
        'INSERT OR IGNORE INTO caption (id, video, language) VALUES (?, ?, ?)',
        id,
        video.id,
        language,
      );
      if (made === 0) throw youtubeError(409, 'captionExists');
      return { status: 200, body: view(id, video.id, language) };
    }),
    route('GET', '/youtube/v3/captions', (exchange) => {
      authenticate(youtube, exchange);
      const rows = database.all(
        'SELECT * FROM caption WHERE video = ? ORDER BY rowid',
        exchange.query.get('videoId') ?? '',
      );
      const views = rows.map((row) =>
        view(String(row['id']), String(row['video']), String(row['language'])),
      );
      // The one list without pages.
      return { status: 200, body: { kind: 'youtube#captionListResponse', items: views } };
    }),
    route('DELETE', '/youtube/v3/captions', (exchange) => {
      authenticate(youtube, exchange);
      const id = exchange.query.get('id') ?? '';
      if (database.run('DELETE FROM caption WHERE id = ?', id) === 0) {
        throw youtubeError(404, 'captionNotFound');
      }
      return { status: 204 };
    }),
  ];
}

/** The first part of a `multipart/related` body, which is JSON; the second must be subtitles. */
function wordsOf({ headers, body }: Exchange): Record<string, unknown> {
  const boundary = /boundary="?(?<boundary>[^";]+)/.exec(headers['content-type'] ?? '')?.groups?.[
    'boundary'
  ];
  const parts = body.toString().split(`--${boundary ?? '\0'}`);
  const [words = '', file = ''] = parts
    .slice(1)
    .map((part) => part.slice(part.indexOf('\r\n\r\n') + 4));
  if (!file.startsWith('WEBVTT')) throw youtubeError(400, 'contentRequired');
  const read: unknown = JSON.parse(words);
  return isRecord(read) ? read : {};
}

function view(id: string, video: string, language: string) {
  return {
    kind: 'youtube#caption',
    id,
    snippet: { videoId: video, language, name: '', isDraft: false, status: 'serving' },
  };
}
