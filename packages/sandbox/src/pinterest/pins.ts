import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Pinterest, pinterestMoment } from './context.ts';

/** A pin as the server keeps it. Times are milliseconds since the epoch. */
export interface Pin {
  readonly id: string;
  readonly account: string;
  readonly board: string;
  readonly section: string | null;
  /** As its maker said it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** How many followed its maker then. */
  readonly followers: number;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

/** A pin that is still there. */
export function findPin({ database }: Pinterest, id: string): Pin | undefined {
  const row = database.one('SELECT * FROM pin WHERE id = ? AND removed_at IS NULL', id);
  return row && pinFrom(row);
}

/** The pins of an account that are still there, oldest first. */
export function pinsOf({ database }: Pinterest, account: string): Pin[] {
  return database
    .all(
      'SELECT * FROM pin WHERE account = ? AND removed_at IS NULL ORDER BY created_at, rowid',
      account,
    )
    .map(pinFrom);
}

/** The pins that a list shows, newest first: those that were made long enough ago. */
export function listedPins(pinterest: Pinterest, account: string): Pin[] {
  const { clock, settings } = pinterest;
  const latest = clock.now() - settings.listingSeconds * 1000;
  return pinsOf(pinterest, account)
    .filter(({ createdAt }) => createdAt <= latest)
    .toReversed();
}

/** A pin as its simulated readers meet it. */
export function audiencePin({ id, createdAt, followers, removedAt }: Pin): AudiencePost {
  return {
    id,
    publishedAt: createdAt,
    followers,
    without: ['vote'],
    ...(removedAt === null ? {} : { removedAt }),
  };
}

const kinds: Readonly<Record<string, string>> = {
  video_id: 'video',
  multiple_image_base64: 'multiple_images',
  multiple_image_urls: 'multiple_images',
};

/** A pin as the API shows it. */
export function pinView(pin: Pin, username: string) {
  const { id, board, section, fields, createdAt } = pin;
  const source = isRecord(fields['media_source']) ? fields['media_source'] : {};
  const type = kinds[String(source['source_type'])] ?? 'image';
  const text = (name: string) => fields[name] ?? null;
  return {
    id,
    created_at: pinterestMoment(createdAt),
    link: text('link'),
    title: text('title'),
    description: text('description'),
    alt_text: text('alt_text'),
    dominant_color: text('dominant_color'),
    board_id: board,
    board_section_id: section,
    board_owner: { username },
    creative_type: type === 'video' ? 'VIDEO' : type === 'image' ? 'REGULAR' : 'CAROUSEL',
    is_owner: true,
    is_standard: true,
    has_been_promoted: false,
    parent_pin_id: null,
    media: { media_type: type },
  };
}

function pinFrom(row: Row): Pin {
  return {
    id: String(row['id']),
    account: String(row['account']),
    board: String(row['board']),
    section: row['section'] === null ? null : String(row['section']),
    fields: JSON.parse(String(row['fields'])) as Record<string, unknown>,
    followers: Number(row['followers']),
    createdAt: Number(row['created_at']),
    removedAt: row['removed_at'] === null ? null : Number(row['removed_at']),
  };
}
