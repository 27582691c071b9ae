import { type DraftItem, epochMilliseconds } from '@affiche/core';
import type { FilmEdge } from './requests.ts';
import { hasCard } from './rules.ts';
import type { FacebookOptions } from './settings.ts';

type Fields = Record<string, string>;

/** What a post of words, a link or pictures says to `POST /{page}/feed`. */
export function postFields(item: DraftItem, message: string, options: FacebookOptions): Fields {
  const { link } = item;
  const { cards, place } = options;
  return {
    ...(message !== '' && { message }),
    ...(link && hasCard(item) && { link: link.url }),
    ...(cards && {
      child_attachments: JSON.stringify(
        cards.map(({ url, title: name, description, image: picture }) => ({
          link: url,
          name,
          description,
          picture,
        })),
      ),
      multi_share_end_card: 'false',
    }),
    ...(place !== undefined && { place }),
    ...scheduling(options, { unpublished_content_type: 'SCHEDULED' }),
  };
}

/** What a film says when it is published. */
export function filmFields(edge: FilmEdge, description: string, options: FacebookOptions): Fields {
  if (edge === 'video_stories') return {};
  const { title, scheduledAt } = options;
  return {
    ...(description !== '' && { description }),
    ...(title !== undefined && { title }),
    ...(edge === 'videos'
      ? scheduling(options, {})
      : {
          video_state: scheduledAt === undefined ? 'PUBLISHED' : 'SCHEDULED',
          ...(scheduledAt !== undefined && { scheduled_publish_time: unix(scheduledAt) }),
        }),
  };
}

function scheduling({ scheduledAt }: FacebookOptions, more: Fields): Fields {
  if (scheduledAt === undefined) return {};
  return { published: 'false', scheduled_publish_time: unix(scheduledAt), ...more };
}

function unix(at: string): string {
  return String(Math.floor(epochMilliseconds(at) / 1000));
}
