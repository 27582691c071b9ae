import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import type { Page } from './pages.ts';
import { visiblePosts } from './posts.ts';
import { checkPace, insertPost, shownAt } from './publishing.ts';
import { ownPage } from './tokens.ts';
import { wordsOf } from './words.ts';

const base = '/:version';

/** Posts, pictures and stories of one picture. */
export function publishRoutes(facebook: Facebook): Route[] {
  const { database } = facebook;
  return [
    route('POST', `${base}/:object/feed`, (exchange) => {
      const page = ownPage(facebook, exchange, 'CREATE_CONTENT');
      return answer({ id: publish(facebook, page, wordsOf(exchange)) });
    }),
    route('POST', `${base}/:object/photos`, (exchange) => {
      const page = ownPage(facebook, exchange, 'CREATE_CONTENT');
      const id = keepPhoto(facebook, page, exchange);
      const { published = 'true', caption, message } = wordsOf(exchange);
      if (published === 'false') return answer({ id });
      const words = message ?? caption;
      const post_id = publish(facebook, page, {
        ...(words !== undefined && { message: words }),
        attached_media: JSON.stringify([{ media_fbid: id }]),
      });
      return answer({ id, post_id });
    }),
    route('POST', `${base}/:object/photo_stories`, (exchange) => {
      const page = ownPage(facebook, exchange, 'CREATE_CONTENT');
      const { photo_id: photo = '' } = wordsOf(exchange);
      requirePhotos(facebook, page, [photo]);
      const shown = { kind: 'story', fields: { photo }, shownAt: facebook.clock.now() } as const;
      const id = insertPost(facebook, page, shown);
      database.run('UPDATE photo SET shown_by = ? WHERE id = ?', id, photo);
      return answer({ success: true, post_id: id.split('_')[1] });
    }),
  ];
}

function publish(facebook: Facebook, page: Page, fields: Record<string, string>): string {
  const { message = '', link, attached_media: attached } = fields;
  if (message === '' && !link && !attached) throw invalidParameter('message or link is required');
  if (Array.from(message).length > 63_206) throw invalidParameter('message is too long');
  if (link && !/^https?:\/\//.test(link)) {
    throw graphError({
      message: '(#100) link URL is not properly formatted',
      code: 100,
      subcode: 1_609_005,
    });
  }
  const photos = photosIn(attached);
  requirePhotos(facebook, page, photos);
  checkPace(facebook, page);
  const last = visiblePosts(facebook, page.id).at(-1);
  const bare = !link && photos.length === 0;
  if (bare && last?.fields['message'] === message && last.fields['link'] === undefined) {
    throw graphError({ message: '(#506) Duplicate status message', code: 506 });
  }
  const id = insertPost(facebook, page, {
    kind: 'post',
    fields,
    shownAt: shownAt(facebook, fields),
  });
  for (const photo of photos) {
    facebook.database.run('UPDATE photo SET shown_by = ? WHERE id = ?', id, photo);
  }
  return id;
}

function photosIn(attached = '[]'): string[] {
  try {
    const list = JSON.parse(attached) as { media_fbid?: unknown }[];
    return list.map(({ media_fbid: id }) => String(id));
  } catch {
    throw invalidParameter('attached_media must be a list');
  }
}

/** Pictures must be the page's own, and nothing may show them already. */
function requirePhotos({ database }: Facebook, page: Page, photos: readonly string[]): void {
  for (const id of photos) {
    const row = database.one('SELECT * FROM photo WHERE id = ? AND page = ?', id, page.id);
    if (!row) throw objectMissing(id);
    if (row['shown_by'] !== null) {
      const message = 'Photos were already posted.';
      throw graphError({ message, code: 100, subcode: 1_366_051 });
    }
  }
}

const pictures = /^image\//;

/** Keeps a picture of which somebody sends the bytes or the address. */
function keepPhoto(facebook: Facebook, page: Page, exchange: Exchange): string {
  const { source } = exchange.fields;
  const { url, alt_text_custom: alt = null } = wordsOf(exchange);
  const file = source as { type?: string; bytes?: Uint8Array } | undefined;
  const sent = file?.bytes !== undefined && pictures.test(file.type ?? '');
  if (!sent && !/^https?:\/\//.test(url ?? '')) {
    const message = '(#324) Requires upload file';
    throw graphError({ message, code: 324, ...(file && { code: 100, subcode: 1_366_046 }) });
  }
  const id = freshId(facebook, 'photo', `${page.id} ${url ?? ''} ${file?.bytes?.byteLength ?? 0}`);
  const { database } = facebook;
  database.run('INSERT INTO photo (id, page, alt) VALUES (?, ?, ?)', id, page.id, alt);
  return id;
}

function answer(body: unknown): Answer {
  return { status: 200, body };
}
