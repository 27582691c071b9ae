import { isRecord } from '../http/body-fields.ts';
import { countGraphemes } from '../graphemes.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Row } from '../database.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { freshId, hash, type Mastodon, mastodonError, validationFailed } from './context.ts';

/** An upload as the server keeps it. */
export interface Media {
  readonly id: string;
  readonly account: string;
  readonly mimeType: string;
  readonly description: string | null;
  /** When it can be attached, in milliseconds since the epoch. */
  readonly readyAt: number;
  readonly failed: boolean;
  /** The status it is attached to. */
  readonly status: string | null;
}

const never = Number.MAX_SAFE_INTEGER;

/** Finds an upload of an account. */
export function findMedia({ database }: Mastodon, id: string): Media | undefined {
  const row = database.one(
    'SELECT id, account, mime_type, description, ready_at, failed, status FROM media WHERE id = ?',
    id,
  );
  return row && mediaFrom(row);
}

/** Keeps an uploaded file; a fault may make it stick, fail or vanish. */
export function insertMedia(mastodon: Mastodon, account: string, exchange: Exchange): Media {
  const { database, clock, settings } = mastodon;
  const { file, description, focus } = exchange.fields;
  if (!isRecord(file) || !(file['bytes'] instanceof Uint8Array)) {
    throw validationFailed("File can't be blank");
  }
  const bytes = file['bytes'];
  const mimeType = sniffMimeType(bytes) ?? (typeof file['type'] === 'string' ? file['type'] : '');
  if (!settings.supportedMimeTypes.includes(mimeType)) {
    throw validationFailed('File content type is invalid, File is invalid');
  }
  const limit = mimeType.startsWith('image/') ? settings.imageSizeLimit : settings.videoSizeLimit;
  if (bytes.byteLength > limit)
    throw validationFailed(`File size must be less than ${limit} bytes`);
  checkDescription(mastodon, description);
  const effect = exchange.fault?.effect;
  const wait = settings.mediaProcessingSeconds * 1000;
  const media: Media = {
    id: freshId(
      mastodon,
      'media',
      `${account} ${hash(Buffer.from(bytes).toString('latin1')).toString('hex')}`,
    ),
    account,
    mimeType,
    description: typeof description === 'string' ? description : null,
    readyAt: effect === 'media-stuck' ? never : clock.now() + wait,
    failed: effect === 'media-failed',
    status: null,
  };
  if (effect === 'media-lost') return media;
  database.run(
    `INSERT INTO media (id, account, mime_type, description, focus, bytes, ready_at, failed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    media.id,
    account,
    mimeType,
    media.description,
    typeof focus === 'string' ? focus : null,
    bytes,
    media.readyAt,
    media.failed ? 1 : 0,
  );
  return media;
}

/** Refuses an alternative text that is too long. */
export function checkDescription({ settings }: Mastodon, description: unknown): void {
  if (typeof description === 'string' && countGraphemes(description) > settings.descriptionLimit) {
    throw validationFailed(
      `Description is too long (maximum is ${settings.descriptionLimit} characters)`,
    );
  }
}

/** Whether an upload was taken in without more ado, or is still worked on. */
export function isReady({ clock }: Mastodon, media: Media): boolean {
  return !media.failed && media.readyAt <= clock.now();
}

/** The uploads that a new status wants to attach; refuses what Mastodon refuses. */
export function attachable(mastodon: Mastodon, account: string, ids: readonly string[]): Media[] {
  if (ids.length > mastodon.settings.maxMediaAttachments) {
    throw validationFailed(
      `Cannot attach more than ${mastodon.settings.maxMediaAttachments} files`,
    );
  }
  const found = ids.map((id) => findMedia(mastodon, id));
  const media = found.filter(
    (each) => each?.account === account && each.status === null,
  ) as Media[];
  if (media.length < ids.length) {
    throw validationFailed(`Media ${ids.join(', ')} not found or already attached to another post`);
  }
  if (media.length > 1 && media.some(({ mimeType }) => !mimeType.startsWith('image/'))) {
    throw validationFailed('Cannot attach a video to a post that already contains images');
  }
  if (media.some((each) => !isReady(mastodon, each))) {
    throw validationFailed(
      'Cannot attach files that have not finished processing. Try again in a moment!',
    );
  }
  return media;
}

/**
 * An upload as the API shows it; it has no address until it is ready.
 *
 * @see {@link https://docs.joinmastodon.org/entities/MediaAttachment/ | Mastodon: media attachment}
 */
export function mediaView(mastodon: Mastodon, media: Media) {
  const type =
    media.mimeType === 'image/gif' ? 'gifv' : (media.mimeType.split('/')[0] ?? 'unknown');
  const url = isReady(mastodon, media) ? `${mastodon.url()}/media/${media.id}` : null;
  return {
    id: media.id,
    type,
    url,
    preview_url: url,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: {},
    description: media.description,
    blurhash: null,
  };
}

/** The upload with this id if it is the account's; refuses otherwise. */
export function requireMedia(mastodon: Mastodon, id: string, account: string): Media {
  const media = findMedia(mastodon, id);
  if (media?.account !== account) throw mastodonError(404, 'Record not found');
  return media;
}

function mediaFrom(row: Row): Media {
  return {
    id: String(row['id']),
    account: String(row['account']),
    mimeType: String(row['mime_type']),
    description: row['description'] === null ? null : String(row['description']),
    readyAt: Number(row['ready_at']),
    failed: row['failed'] === 1,
    status: row['status'] === null ? null : String(row['status']),
  };
}
