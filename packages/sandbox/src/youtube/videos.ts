import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import { isRecord } from '../http/body-fields.ts';
import { type YouTube, youtubeMoment } from './context.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A film as the server keeps it. Times are milliseconds since the epoch. */
export interface Video {
  readonly id: string;
  readonly account: string;
  readonly snippet: Fields;
  readonly status: Fields;
  /** How many followed the channel then. */
  readonly followers: number;
  readonly trouble: string | null;
  readonly uploadedAt: number;
}

/** A film that is there. */
export function findVideo({ database }: YouTube, id: string): Video | undefined {
  const row = database.one('SELECT * FROM video WHERE id = ?', id);
  return row && videoFrom(row);
}

/** The films of a channel, oldest first. */
export function videosOf({ database }: YouTube, account: string): Video[] {
  return database
    .all('SELECT * FROM video WHERE account = ? ORDER BY uploaded_at, rowid', account)
    .map(videoFrom);
}

/** Who may see a film now: one whose moment has come is public. */
export function privacyOf({ clock, settings }: YouTube, { status }: Video): string {
  const { publishAt, privacyStatus } = status;
  if (!settings.audited) return 'private';
  const due = typeof publishAt === 'string' && Date.parse(publishAt) <= clock.now();
  return due || typeof privacyStatus !== 'string' ? 'public' : privacyStatus;
}

/** Where the work on a film stands, in YouTube's words. */
function uploadStatusOf({ clock, settings }: YouTube, { trouble, uploadedAt }: Video): string {
  if (trouble === 'media-failed') return 'failed';
  const ready = uploadedAt + settings.processingSeconds * 1000;
  return ready > clock.now() || trouble === 'media-stuck' ? 'uploaded' : 'processed';
}

/** A film as its simulated viewers meet it. */
export function audienceVideo({ id, uploadedAt, followers }: Video): AudiencePost {
  return { id, publishedAt: uploadedAt, followers, without: ['vote', 'quote', 'repost'] };
}

/** A film as the API shows it, in the parts that were asked for. */
export function videoView(youtube: YouTube, video: Video, part: readonly string[]) {
  const { audience, clock } = youtube;
  const parts = new Set(part);
  const uploadStatus = uploadStatusOf(youtube, video);
  const count = (kind: 'like' | 'reply') => audience.count(audienceVideo(video), kind, clock.now());
  const [likes, comments] = [count('like'), count('reply')];
  const { privacyStatus: _asked, ...status } = video.status;
  return {
    kind: 'youtube#video',
    etag: video.id,
    id: video.id,
    ...(parts.has('snippet') && {
      snippet: {
        ...video.snippet,
        publishedAt: youtubeMoment(video.uploadedAt),
        channelId: video.account,
      },
    }),
    ...(parts.has('status') && {
      status: {
        ...status,
        privacyStatus: privacyOf(youtube, video),
        uploadStatus,
        ...(uploadStatus === 'failed' && { failureReason: 'codec' }),
      },
    }),
    ...(parts.has('processingDetails') && {
      processingDetails: {
        processingStatus: uploadStatus === 'uploaded' ? 'processing' : 'succeeded',
      },
    }),
    ...(parts.has('statistics') && {
      statistics: {
        // One viewer in twenty-five reacts in any way. An assumption.
        viewCount: String((likes + comments) * 25),
        likeCount: String(likes),
        favoriteCount: '0',
        commentCount: String(comments),
      },
    }),
  };
}

function videoFrom(row: Row): Video {
  const body: unknown = JSON.parse(String(row['body']));
  const part = (name: string): Fields => {
    const value = isRecord(body) ? body[name] : undefined;
    return isRecord(value) ? value : {};
  };
  return {
    id: String(row['id']),
    account: String(row['account']),
    snippet: part('snippet'),
    status: part('status'),
    followers: Number(row['followers']),
    trouble: row['trouble'] === null ? null : String(row['trouble']),
    uploadedAt: Number(row['uploaded_at']),
  };
}
