import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, playlistOf, uploadsOf } from './accounts.ts';
import { freshId, list, type YouTube, youtubeError, youtubeMoment } from './context.ts';
import { followersNow } from './followers.ts';
import { findVideo, type Video, videosOf, videoView } from './videos.ts';

/** The channel, its films and its playlists. */
export function channelRoutes(youtube: YouTube): Route[] {
  const { database } = youtube;
  return [
    route('GET', '/youtube/v3/channels', (exchange) => {
      const account = authenticate(youtube, exchange);
      const channel = {
        kind: 'youtube#channel',
        id: account.id,
        snippet: { title: account.title },
        contentDetails: { relatedPlaylists: { uploads: uploadsOf(account), likes: '' } },
        statistics: {
          subscriberCount: String(followersNow(youtube, account)),
          videoCount: String(videosOf(youtube, account.id).length),
          hiddenSubscriberCount: false,
        },
      };
      return list('channel', [channel], exchange);
    }),
    route('GET', '/youtube/v3/playlists', (exchange) => {
      const account = authenticate(youtube, exchange);
      const playlist = {
        kind: 'youtube#playlist',
        id: playlistOf(account),
        snippet: { title: 'Best' },
      };
      return list('playlist', [playlist], exchange);
    }),
    route('GET', '/youtube/v3/videos', (exchange) => {
      authenticate(youtube, exchange);
      // Clients repeat a parameter, or write commas.
      const all = (name: string) => exchange.query.getAll(name).join(',').split(',');
      const [ids, part] = [all('id'), all('part')];
      const found = ids.flatMap((id) => findVideo(youtube, id) ?? []);
      const views = found.map((video) => videoView(youtube, video, part));
      return list('video', views, exchange);
    }),
    route('DELETE', '/youtube/v3/videos', (exchange) => {
      const { id } = authenticate(youtube, exchange);
      const video = findVideo(youtube, exchange.query.get('id') ?? '');
      if (video?.account !== id) throw youtubeError(404, 'videoNotFound');
      database.run('DELETE FROM video WHERE id = ?', video.id);
      return { status: 204 };
    }),
    route('GET', '/youtube/v3/playlistItems', (exchange) => items(youtube, exchange)),
    route('POST', '/youtube/v3/playlistItems', (exchange) => {
      const account = authenticate(youtube, exchange);
      const { snippet } = exchange.fields;
      const resource = isRecord(snippet) ? snippet['resourceId'] : undefined;
      const video = isRecord(resource) ? resource['videoId'] : undefined;
      if (!isRecord(snippet) || snippet['playlistId'] !== playlistOf(account)) {
        throw youtubeError(404, 'playlistNotFound');
      }
      if (typeof video !== 'string' || !findVideo(youtube, video)) {
        throw youtubeError(404, 'videoNotFound');
      }
      const id = freshId(youtube, 'item', 24);
      database.run(
        'INSERT INTO playlist_item (id, playlist, video, added_at) VALUES (?, ?, ?, ?)',
        id,
        playlistOf(account),
        video,
        youtube.clock.now(),
      );
      return { status: 200, body: { kind: 'youtube#playlistItem', id, snippet } };
    }),
    route('DELETE', '/youtube/v3/playlistItems', (exchange) => {
      authenticate(youtube, exchange);
      const id = exchange.query.get('id') ?? '';
      if (database.run('DELETE FROM playlist_item WHERE id = ?', id) === 0) {
        throw youtubeError(404, 'playlistItemNotFound');
      }
      return { status: 204 };
    }),
  ];
}

/** What a playlist holds; the list of uploads holds everything, newest first. */
function items(youtube: YouTube, exchange: Exchange): Answer {
  const account = authenticate(youtube, exchange);
  const { query } = exchange;
  const playlist = query.get('playlistId') ?? '';
  if (playlist === uploadsOf(account)) {
    const views = videosOf(youtube, account.id).map((video) => itemView(account, video, video.id));
    return list('playlistItem', views.toReversed(), exchange);
  }
  if (playlist !== playlistOf(account)) throw youtubeError(404, 'playlistNotFound');
  const wanted = query.get('videoId');
  const views = youtube.database
    .all('SELECT * FROM playlist_item WHERE playlist = ? ORDER BY rowid', playlist)
    .flatMap((row) => {
      const video = findVideo(youtube, String(row['video']));
      if (!video || (wanted !== null && video.id !== wanted)) return [];
      return [itemView(account, video, String(row['id']))];
    });
  return list('playlistItem', views, exchange);
}

function itemView({ id: channelId }: Account, { id, snippet, uploadedAt }: Video, item: string) {
  const { title, description } = snippet;
  return {
    kind: 'youtube#playlistItem',
    id: item,
    snippet: { title, description, channelId, resourceId: { kind: 'youtube#video', videoId: id } },
    contentDetails: { videoId: id, videoPublishedAt: youtubeMoment(uploadedAt) },
  };
}
