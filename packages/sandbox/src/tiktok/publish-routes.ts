import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Person, secretOf } from '../people.ts';
import { authenticate } from './accounts.ts';
import { envelope, freshNumber, invalid, type TikTok, tiktokError } from './context.ts';
import { followersNow } from './followers.ts';
import { checkInfo, checkTexts, readChunks, requireOwnAddress, requireRoom } from './post-rules.ts';
import { findPost, publicNumber, statusOf } from './posts.ts';

/** What a creator may choose from, posts that begin, and where they stand. */
export function publishRoutes(tiktok: TikTok): Route[] {
  const { settings } = tiktok;
  return [
    route('POST', '/v2/post/publish/creator_info/query/', (exchange) => {
      const { handle } = authenticate(tiktok, exchange);
      return envelope({
        creator_avatar_url: `${tiktok.url()}/avatar.webp`,
        creator_username: handle,
        creator_nickname: handle,
        privacy_level_options: settings.privacyLevels,
        comment_disabled: settings.commentsOff,
        duet_disabled: settings.duetsOff,
        stitch_disabled: settings.stitchesOff,
        max_video_post_duration_sec: settings.maxSeconds,
      });
    }),
    route('POST', '/v2/post/publish/video/init/', (exchange) =>
      beginVideo(tiktok, exchange, false),
    ),
    route('POST', '/v2/post/publish/inbox/video/init/', (exchange) =>
      beginVideo(tiktok, exchange, true),
    ),
    route('POST', '/v2/post/publish/content/init/', (exchange) => beginPhotos(tiktok, exchange)),
    route('POST', '/v2/post/publish/status/fetch/', (exchange) => {
      const { id } = authenticate(tiktok, exchange);
      const asked = exchange.fields['publish_id'];
      const post = typeof asked === 'string' ? findPost(tiktok, asked) : undefined;
      if (!post) throw tiktokError(400, 'invalid_publish_id');
      if (post.account !== id) {
        throw tiktokError(400, 'token_not_authorized_for_specified_publish_id');
      }
      const number = publicNumber(tiktok, post);
      const status = statusOf(tiktok, post);
      return envelope({
        status,
        ...(status === 'FAILED' && { fail_reason: 'file_format_check_failed' }),
        ...(!post.pulled && { uploaded_bytes: post.received }),
        ...(number !== undefined && { publicaly_available_post_id: [number] }),
      });
    }),
  ];
}

function beginVideo(tiktok: TikTok, exchange: Exchange, inbox: boolean): Answer {
  const account = authenticate(tiktok, exchange);
  const { source_info: source, post_info: given } = exchange.fields;
  if (!isRecord(source)) throw invalid('source_info is required');
  const info = inbox ? {} : checkInfo(tiktok, given, false);
  requireRoom(tiktok, account, inbox);
  const pulled = source['source'] === 'PULL_FROM_URL';
  if (pulled) requireOwnAddress(tiktok, source['video_url']);
  else if (source['source'] !== 'FILE_UPLOAD') throw invalid('source');
  const sizes = pulled ? { size: 0, chunk: 0, chunks: 0 } : readChunks(source);
  const id = insert(tiktok, account, exchange, { inbox, info, pulled, ...sizes });
  if (pulled) return envelope({ publish_id: id });
  const token = secretOf(tiktok, `upload ${id}`);
  return envelope({
    publish_id: id,
    upload_url: `${tiktok.url()}/video/?upload_id=${encodeURIComponent(id)}&upload_token=${token}`,
  });
}

function beginPhotos(tiktok: TikTok, exchange: Exchange): Answer {
  const account = authenticate(tiktok, exchange);
  const { source_info: source, post_info: given, post_mode: mode } = exchange.fields;
  const inbox = mode === 'MEDIA_UPLOAD';
  if (!inbox && mode !== 'DIRECT_POST') throw invalid('post_mode');
  if (!isRecord(source) || exchange.fields['media_type'] !== 'PHOTO') throw invalid('source_info');
  const photos: unknown = source['photo_images'];
  if (!Array.isArray(photos) || photos.length === 0 || photos.length > 35) {
    throw invalid('photo_images must be 1 to 35');
  }
  for (const photo of photos) requireOwnAddress(tiktok, photo);
  const first = Number(source['photo_cover_index'] ?? 0);
  if (!(first >= 0 && first < photos.length)) throw invalid('photo_cover_index');
  const info = inbox ? (isRecord(given) ? given : {}) : checkInfo(tiktok, given, true);
  checkTexts(info, true);
  requireRoom(tiktok, account, inbox);
  const sizes = { size: 0, chunk: 0, chunks: 0 };
  const id = insert(tiktok, account, exchange, { inbox, info, pulled: true, ...sizes });
  return envelope({ publish_id: id });
}

interface Begun {
  readonly inbox: boolean;
  readonly info: Readonly<Record<string, unknown>>;
  readonly pulled: boolean;
  readonly size: number;
  readonly chunk: number;
  readonly chunks: number;
}

function insert(
  tiktok: TikTok,
  account: Person,
  { fault }: Exchange,
  { inbox, info, pulled, size, chunk, chunks }: Begun,
): string {
  const { database, clock, settings } = tiktok;
  const id = `v_${pulled ? 'pub_url' : 'pub_file'}~v2-1.${freshNumber(tiktok)}`;
  database.run(
    `INSERT INTO post (publish_id, account, inbox, info, pulled, size, chunk, chunks, received,
       trouble, begun_at, ready_at, followers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)`,
    id,
    account.id,
    inbox ? 1 : 0,
    JSON.stringify(info),
    pulled ? 1 : 0,
    size,
    chunk,
    chunks,
    fault?.effect.startsWith('media-') ? fault.effect : null,
    clock.now(),
    pulled ? clock.now() + settings.processingSeconds * 1000 : null,
    followersNow(tiktok, account),
  );
  return id;
}
