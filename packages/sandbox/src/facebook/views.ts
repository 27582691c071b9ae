import { graphMoment } from '../meta/identity.ts';
import { commentsOf, readerCommentsOn } from './comments.ts';
import type { Facebook } from './context.ts';
import { findPage } from './pages.ts';
import { audiencePost, type Post } from './posts.ts';

/** A post as the API shows it, with every field that a client may ask for. */
export function postView(facebook: Facebook, post: Post) {
  const { audience, clock } = facebook;
  const { id, page, fields, shownAt, madeAt } = post;
  const now = clock.now();
  const waits = shownAt > now;
  const count = (kind: 'like' | 'repost') => audience.count(audiencePost(post), kind, now);
  const comments = commentsOf(facebook, id).length + readerCommentsOn(facebook, post).length;
  const shares = count('repost');
  return {
    id,
    from: { id: page, name: findPage(facebook, page)?.name ?? '' },
    ...(fields['message'] !== undefined && { message: fields['message'] }),
    created_time: graphMoment(waits ? madeAt : shownAt),
    ...(waits && { scheduled_publish_time: Math.floor(shownAt / 1000) }),
    is_published: !waits,
    permalink_url: permalinkOf(facebook, id),
    attachments: { data: attachmentsOf(post) },
    // The network says nothing of shares where there are none.
    ...(shares > 0 && { shares: { count: shares } }),
    reactions: { data: [], summary: { total_count: count('like') } },
    comments: { data: [], summary: { total_count: comments } },
  };
}

/** Where people see a post. */
export function permalinkOf(facebook: Facebook, id: string): string {
  return `${facebook.url()}/${id.replace('_', '/posts/')}`;
}

function attachmentsOf({ id, fields }: Post): unknown[] {
  const { link, attached_media: attached, video } = fields;
  const photos = attached ? (JSON.parse(attached) as { media_fbid: string }[]) : [];
  const shown = photos.map(({ media_fbid: photo }) => ({
    media_type: 'photo',
    target: { id: photo },
  }));
  if (shown.length > 1) {
    const album = { media_type: 'album', target: { id: `5${id.split('_')[1]}` } };
    return [{ ...album, subattachments: { data: shown } }];
  }
  if (shown.length === 1) return shown;
  if (video) return [{ media_type: 'video', target: { id: video } }];
  if (!link) return [];
  const url = `https://l.facebook.com/l.php?u=${encodeURIComponent(link)}`;
  return [{ media_type: 'link', url, unshimmed_url: link }];
}
