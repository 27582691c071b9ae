import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import type { Facebook } from './context.ts';
import { type Film, type FilmEdge, filmEdges, findFilm, insertFilm } from './films.ts';
import type { Page } from './pages.ts';
import { checkPace, checkReels, insertPost, shownAt } from './publishing.ts';
import { actingPage, ownPage } from './tokens.ts';
import { wordsOf } from './words.ts';

/** Films: announced, sent piece by piece, and published; they are worked on after that. */
export function filmRoutes(facebook: Facebook): Route[] {
  return [
    ...filmEdges.map((edge) =>
      route('POST', `/:version/:object/${edge}`, (exchange) => {
        const page = ownPage(facebook, exchange, 'CREATE_CONTENT');
        const fields = wordsOf(exchange);
        switch (fields['upload_phase'] ?? '') {
          case 'start':
            return start(facebook, page, edge, { exchange, size: fields['file_size'] });
          case 'transfer':
            return transfer(facebook, page, exchange, fields);
          case 'finish':
            return finish(facebook, page, fields);
          default:
            throw invalidParameter('upload_phase must be start, transfer or finish');
        }
      }),
    ),
    route('POST', '/video-upload/:version/:video', (exchange) => receive(facebook, exchange)),
  ];
}

function start(
  facebook: Facebook,
  page: Page,
  edge: FilmEdge,
  { exchange, size }: { readonly exchange: Exchange; readonly size: string | undefined },
): Answer {
  const bytes = edge === 'videos' ? Number(size) : null;
  if (bytes !== null && !(bytes > 0)) throw invalidParameter('file_size is required');
  const video_id = insertFilm(facebook, page.id, { edge, size: bytes }, exchange.fault?.effect);
  if (bytes === null) {
    const { version = '' } = exchange.parameters;
    const upload_url = `${facebook.url()}/video-upload/${version}/${video_id}`;
    return { status: 200, body: { video_id, upload_url } };
  }
  const end = Math.min(bytes, facebook.settings.chunkBytes);
  const offsets = { start_offset: '0', end_offset: String(end) };
  return { status: 200, body: { video_id, upload_session_id: `9${video_id}`, ...offsets } };
}

function transfer(
  facebook: Facebook,
  page: Page,
  { fields: raw }: Exchange,
  fields: Readonly<Record<string, string>>,
): Answer {
  const film = sessionOf(facebook, page, fields);
  const chunk = raw['video_file_chunk'] as { bytes?: Uint8Array } | undefined;
  if (Number(fields['start_offset']) !== film.received) {
    throw graphError({ message: 'The start offset is wrong.', code: 6001, subcode: 1_363_037 });
  }
  if (!chunk?.bytes?.byteLength) throw invalidParameter('video_file_chunk is required');
  const received = film.received + chunk.bytes.byteLength;
  const size = film.size ?? received;
  facebook.database.run('UPDATE video SET received = ? WHERE id = ?', received, film.id);
  const end = Math.min(size, received + facebook.settings.chunkBytes);
  return { status: 200, body: { start_offset: String(received), end_offset: String(end) } };
}

/** Takes the bytes of a reel or a story, from where the last ones ended. */
function receive(facebook: Facebook, exchange: Exchange): Answer {
  const page = actingPage(facebook, exchange);
  const { headers, body, parameters } = exchange;
  const film = ownFilm(facebook, page, parameters['video'] ?? '');
  if (/^https?:\/\//.test(String(headers['file_url'] ?? ''))) {
    // It fetches the whole at once, however large that is.
    facebook.database.run('UPDATE video SET received = 1, size = 1 WHERE id = ?', film.id);
    return { status: 200, body: { success: true } };
  }
  const size = Number(headers['file_size']);
  if (Number(headers['offset']) !== film.received || !(size > 0)) {
    throw graphError({ message: 'The offset is wrong.', code: 6001, subcode: 1_363_037 });
  }
  facebook.database.run(
    'UPDATE video SET received = ?, size = ? WHERE id = ?',
    film.received + body.byteLength,
    size,
    film.id,
  );
  return { status: 200, body: { success: true } };
}

function finish(facebook: Facebook, page: Page, fields: Readonly<Record<string, string>>): Answer {
  const { database, clock, settings } = facebook;
  const film = sessionOf(facebook, page, fields);
  const { id, size, received, edge, trouble } = film;
  if (film.post !== null) throw invalidParameter('The video is published already.');
  if (size === null || received < size) throw invalidParameter('The video is not there yet.');
  checkPace(facebook, page);
  if (edge === 'video_reels') checkReels(facebook, page);
  const readyAt = clock.now() + settings.processingSeconds * 1000;
  const kind = { videos: 'film', video_reels: 'reel', video_stories: 'story' } as const;
  const { description = '', ...rest } = fields;
  const post = insertPost(facebook, page, {
    kind: kind[edge],
    fields: { ...rest, message: description, video: id },
    shownAt: Math.max(readyAt, shownAt(facebook, fields)),
    // It was accepted; whether it is ever shown is another matter.
    trouble,
  });
  database.run('UPDATE video SET post = ?, ready_at = ? WHERE id = ?', post, readyAt, id);
  const body = edge === 'videos' ? {} : { post_id: post.split('_')[1] };
  return { status: 200, body: { success: true, ...body } };
}

function sessionOf(
  facebook: Facebook,
  page: Page,
  { upload_session_id: session, video_id: id }: Readonly<Record<string, string>>,
): Film {
  return ownFilm(facebook, page, id ?? session?.slice(1) ?? '');
}

function ownFilm(facebook: Facebook, page: Page, id: string): Film {
  const film = findFilm(facebook, id);
  if (film?.page !== page.id) throw objectMissing(id);
  return film;
}
