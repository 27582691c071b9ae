import { isRecord } from '../http/body-fields.ts';
import type { Person } from '../people.ts';
import { invalid, type TikTok, tiktokError } from './context.ts';
import { begunSince } from './posts.ts';

const day = 86_400_000;
type Fields = Readonly<Record<string, unknown>>;

/** Refuses what a creator may not post, or not now. */
export function checkInfo(tiktok: TikTok, info: unknown, photos: boolean): Fields {
  if (!isRecord(info)) throw invalid('post_info is required');
  const { settings } = tiktok;
  const level = info['privacy_level'];
  if (typeof level !== 'string') throw invalid('privacy_level is required');
  if (!settings.privacyLevels.includes(level)) {
    throw tiktokError(403, 'privacy_level_option_mismatch');
  }
  if (!settings.audited && level !== 'SELF_ONLY') {
    throw tiktokError(403, 'unaudited_client_can_only_post_to_private_accounts');
  }
  if (info['brand_content_toggle'] === true && level === 'SELF_ONLY') {
    throw invalid('Branded content visibility cannot be set to private.');
  }
  checkTexts(info, photos);
  return info;
}

/** Refuses titles and descriptions that are too long, in UTF-16 units. */
export function checkTexts(info: Fields, photos: boolean): void {
  const limits = photos ? { title: 90, description: 4000 } : { title: 2200 };
  for (const [name, limit] of Object.entries(limits)) {
    const value = info[name];
    if (value !== undefined && (typeof value !== 'string' || value.length > limit)) {
      throw invalid(`${name} is longer than ${limit}`);
    }
  }
}

/** Refuses one post too many in a day. */
export function requireRoom(tiktok: TikTok, { id }: Person, inbox: boolean): void {
  const { clock, settings } = tiktok;
  const today = begunSince(tiktok, id, clock.now() - day);
  if (inbox) {
    if (today.filter((post) => post.inbox).length >= settings.pendingPerDay) {
      throw tiktokError(403, 'spam_risk_too_many_pending_share');
    }
    return;
  }
  const finished = today.filter((post) => !post.inbox && post.readyAt !== null);
  if (finished.length >= settings.postsPerDay) throw tiktokError(403, 'spam_risk_too_many_posts');
}

/** Refuses an address that nobody has proved to be the application's own. */
export function requireOwnAddress({ settings }: TikTok, address: unknown): void {
  if (typeof address !== 'string' || !address.startsWith('https://'))
    throw invalid('not an address');
  if (!settings.verifiedUrls.some((start) => address.startsWith(start))) {
    throw tiktokError(403, 'url_ownership_unverified');
  }
}

/** How a film is cut, if that is how TikTok wants it. */
export function readChunks(source: Fields): { size: number; chunk: number; chunks: number } {
  const [size, chunk, chunks] = ['video_size', 'chunk_size', 'total_chunk_count'].map((name) =>
    Number(source[name]),
  ) as [number, number, number];
  const whole = chunks === 1 && chunk === size && size <= 64_000_000;
  const cut =
    chunk >= 5_000_000 && chunk <= 64_000_000 && chunks === Math.floor(size / chunk) && chunks > 0;
  if (!(size > 0) || chunks > 1000 || !(whole || cut)) {
    throw invalid('The chunk size or the chunk count is invalid');
  }
  return { size, chunk, chunks };
}
