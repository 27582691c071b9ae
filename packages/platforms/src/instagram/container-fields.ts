import type { Draft, Media } from '@affiche/core';
import { publicAddress } from '../public-address.ts';
import type { InstagramOptions } from './options.ts';
import { captionOf, type Format } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

type Fields = Readonly<Record<string, string>>;

/** What a container says of one file: where it is, what it shows, and who is in it. */
export function fileFields(
  { kind, source, alt }: Media,
  position: number,
  { format, options, settings }: FileSetting,
): Fields {
  const url = publicAddress(source, settings);
  const isFilm = kind === 'video';
  return {
    ...(filmTypes[format] !== undefined && isFilm && { media_type: filmTypes[format] }),
    ...(format === 'story' && { media_type: 'STORIES' }),
    ...(isFilm && url === undefined ? { upload_type: 'resumable' } : undefined),
    ...(url !== undefined && { [isFilm ? 'video_url' : 'image_url']: url }),
    ...(alt && !isFilm && format !== 'story' && { alt_text: alt }),
    ...tagFields(options, position),
  };
}

/** Where a file stands. */
export interface FileSetting {
  readonly format: Format;
  readonly options: InstagramOptions;
  readonly settings: InstagramSettings;
}

const filmTypes: Readonly<Partial<Record<Format, string>>> = { reel: 'REELS', carousel: 'VIDEO' };

function tagFields({ tags, products }: InstagramOptions, position: number): Fields {
  const people = tags
    .filter(({ media }) => media === position)
    .map(({ username, x, y }) => ({ username, x, y }));
  const things = products
    .filter(({ media }) => media === position)
    .map(({ id, x, y }) => ({ product_id: id, x, y }));
  return {
    ...(people.length > 0 && { user_tags: JSON.stringify(people) }),
    ...(things.length > 0 && { product_tags: JSON.stringify(things) }),
  };
}

const graduations = { manual: 'MANUAL', performance: 'SS_PERFORMANCE' } as const;

/** What a container says of the whole post. */
export function postFields({ items }: Draft, options: InstagramOptions, format: Format): Fields {
  const caption = items[0] ? captionOf(items[0]) : '';
  const { collaborators, sponsors, location, trial, coverSeconds } = options;
  if (format === 'story') return labels(options);
  return {
    ...(caption !== '' && { caption }),
    ...(collaborators.length > 0 && { collaborators: JSON.stringify(collaborators) }),
    ...(location !== undefined && { location_id: location }),
    ...(sponsors.length > 0 && { branded_content_sponsor_ids: JSON.stringify(sponsors) }),
    ...labels(options),
    ...(format === 'reel' && {
      share_to_feed: String(options.shareToFeed),
      ...(options.coverUrl !== undefined && { cover_url: options.coverUrl }),
      ...(coverSeconds !== undefined && { thumb_offset: String(Math.round(coverSeconds * 1000)) }),
      ...(options.audioName !== undefined && { audio_name: options.audioName }),
      ...(trial && { trial_params: JSON.stringify({ graduation_strategy: graduations[trial] }) }),
    }),
  };
}

function labels({ paidPartnership, sponsors, aiGenerated }: InstagramOptions): Fields {
  return {
    ...((paidPartnership || sponsors.length > 0) && { is_paid_partnership: 'true' }),
    ...(aiGenerated && { is_ai_generated: 'true' }),
  };
}
