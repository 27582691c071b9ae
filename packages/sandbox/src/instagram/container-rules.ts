import { invalidParameter } from '../meta/graph-answers.ts';
import type { Account } from '../meta/profiles.ts';
import { type ContainerFields, requireContainer } from './containers.ts';
import { type Instagram, refusal } from './context.ts';

const types = new Set([undefined, 'IMAGE', 'VIDEO', 'REELS', 'STORIES', 'CAROUSEL']);

/** Refuses a container that breaks a rule which is looked at before anything is kept. */
export function checkContainer(
  instagram: Instagram,
  account: Account,
  fields: ContainerFields,
): void {
  const { media_type: type, caption = '' } = fields;
  if (!types.has(type)) throw refusal(100, 2_207_023, 'The media type is unknown.');
  checkCaption(instagram, caption);
  if (type === 'CAROUSEL') checkChildren(instagram, account, fields);
  else checkFile(fields);
  checkAlternative(fields);
  if (list(fields['user_tags']).length > 20) throw refusal(100, 2_207_040, 'Too many tags.');
  if (list(fields['collaborators']).length > 3) throw invalidParameter('collaborators');
  if (Number(fields['thumb_offset'] ?? 0) < 0) throw refusal(1, 2_207_057, 'Bad thumb offset.');
  checkRoom(instagram, account);
}

function checkCaption({ settings }: Instagram, caption: string): void {
  const hashtags = caption.match(/(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_]/gu) ?? [];
  const mentions = caption.match(/(?<![\w.@/])@\w/gu) ?? [];
  if (
    Array.from(caption).length > 2200 ||
    hashtags.length > settings.hashtags ||
    mentions.length > settings.mentions
  ) {
    throw refusal(36_004, 2_207_010, 'The caption is too long, or has too many tags.');
  }
}

function checkFile(fields: ContainerFields): void {
  const { media_type: type, upload_type: upload, image_url: image, video_url: film } = fields;
  const isFilm = film !== undefined || upload === 'resumable';
  if (type === 'VIDEO' && fields['is_carousel_item'] !== 'true') {
    throw refusal(100, 2_207_023, 'A film on its own is a reel.');
  }
  if ((type === 'REELS' || type === 'VIDEO') && !isFilm) throw invalidParameter('video_url');
  if (type === undefined && isFilm) throw invalidParameter('media_type');
  if (upload === 'resumable') return;
  if (!/^https?:\/\//.test(film ?? image ?? '')) {
    throw refusal(9004, 2_207_052, 'The media could not be fetched from this URI.');
  }
}

function checkAlternative({ alt_text: alt, media_type: type }: ContainerFields): void {
  if (alt === undefined) return;
  if (type !== undefined && type !== 'IMAGE') throw invalidParameter('alt_text is for images');
  if (Array.from(alt).length > 1000) throw invalidParameter('alt_text');
}

function checkChildren(instagram: Instagram, account: Account, { children = '' }: ContainerFields) {
  const ids = children.split(',').filter((id) => id !== '');
  if (ids.length < 2 || ids.length > 10) {
    throw refusal(100, 2_207_028, 'A carousel has 2 to 10 items.');
  }
  for (const id of ids) {
    const { fields } = requireContainer(instagram, id, account.id);
    if (fields['is_carousel_item'] !== 'true') throw invalidParameter(`${id} is no carousel item`);
  }
}

function checkRoom({ database, clock, settings }: Instagram, { id }: Account): void {
  const row = database.one(
    'SELECT count(*) AS number FROM container WHERE account = ? AND created_at > ?',
    id,
    clock.now() - 86_400_000,
  );
  if (Number(row?.['number'] ?? 0) < settings.containersPerDay) return;
  throw refusal(4, 2_207_051, 'Too many containers in 24 hours.');
}

function list(text: string | undefined): unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    throw invalidParameter('a list is no JSON');
  }
}
