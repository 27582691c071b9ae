import { instant } from '@affiche/core';
import {
  loopbackServer,
  type LoopbackServer,
  type Received,
  type Reply,
} from '../loopback-server.ts';

type Fault = { match: string; when: 'before' | 'after'; reply: Reply };

/** A server that answers as X documents, and keeps what it is given. */
export interface Network extends LoopbackServer {
  readonly posts: Record<string, unknown>[];
  readonly described: Map<string, string>;
  readonly parts: Map<string, number[]>;
  /** How often a film is still being worked on before it is ready. */
  readonly character: { processing: number };
  readonly faults: Fault[];
  /** Answers to questions, by path. */
  readonly answers: Record<string, unknown>;
}

type State = Omit<Network, keyof LoopbackServer>;

/** Starts the server. */
export async function network(): Promise<Network> {
  const state: State = {
    posts: [],
    described: new Map(),
    parts: new Map(),
    character: { processing: 0 },
    faults: [],
    answers: {},
  };
  const server = await loopbackServer((request) => {
    const name = `${request.method} ${request.path}`;
    const index = state.faults.findIndex(({ match }) => name === match);
    const [fault] = index === -1 ? [] : state.faults.splice(index, 1);
    if (fault?.when === 'before') return fault.reply;
    const reply = answer(name, request, state);
    return fault?.reply ?? reply;
  });
  return Object.assign(server, state);
}

function answer(name: string, { path, json, bytes, headers }: Received, state: State): Reply {
  if (name === 'POST /2/oauth2/token')
    return { body: { access_token: 'token', refresh_token: 'next' } };
  if (headers.get('authorization') !== 'Bearer token')
    return problem(401, 'unauthorized', 'Unauthorized');
  const known = state.answers[path];
  if (known !== undefined) return { body: known };
  const [, , , , id = ''] = path.split('/');
  switch (name.replace(/(?<=\/2\/.*)\/\d+/, '/:id')) {
    case 'POST /2/tweets':
      return create(json as Record<string, unknown>, state);
    case 'DELETE /2/tweets/:id': {
      const index = state.posts.findIndex((post) => post['id'] === path.split('/').at(-1));
      if (index === -1) return problem(404, 'resource-not-found', 'Not found');
      state.posts.splice(index, 1);
      return { body: { data: { deleted: true } } };
    }
    case 'PUT /2/tweets/:id/hidden':
      return { body: { data: { hidden: true } } };
    case 'GET /2/users/:id/tweets':
      return { body: state.posts.length > 0 ? { data: state.posts, meta: {} } : { meta: {} } };
    case 'POST /2/media/upload':
    case 'POST /2/media/upload/initialize': {
      const next = String(500 + state.parts.size);
      state.parts.set(next, []);
      return { body: { data: { id: next, media_key: `7_${next}` } } };
    }
    case 'POST /2/media/upload/:id/append':
      state.parts.get(id)?.push(bytes.length);
      return { body: { data: { expires_at: 1 } } };
    case 'POST /2/media/upload/:id/finalize':
    case 'GET /2/media/upload':
      return { body: { data: { id: id || '500', ...working(state) } } };
    case 'POST /2/media/metadata': {
      const { id: described, metadata } = json as {
        id: string;
        metadata: { alt_text: { text: string } };
      };
      state.described.set(described, metadata.alt_text.text);
      return { body: { data: {} } };
    }
    default:
      return problem(404, 'resource-not-found', `Nothing at ${name}`);
  }
}

function working({ character }: State): object {
  character.processing -= 1;
  const state = character.processing >= 0 ? 'in_progress' : 'succeeded';
  return { processing_info: { state, check_after_secs: 1 } };
}

function create(body: Record<string, unknown>, { posts }: State): Reply {
  const text = (body['text'] as string | undefined) ?? '';
  if (text !== '' && posts.some((post) => post['written'] === text)) {
    return problem(
      403,
      'about:blank',
      'You are not allowed to create a Tweet with duplicate content.',
    );
  }
  const id = String(1000 + posts.length);
  posts.unshift(stored(id, text, body));
  return { status: 201, body: { data: { id, text, edit_history_tweet_ids: [id] } } };
}

/** A post as X gives it back: with short addresses for long ones, and codes for three characters. */
export function stored(id: string, written: string, body: Record<string, unknown> = {}) {
  const urls: { url: string; expanded_url: string }[] = [];
  const shorten = (address: string) => {
    const url = `https://t.co/${id}${urls.length}`;
    urls.push({ url, expanded_url: address });
    return url;
  };
  const shown = written
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/https:\/\/\S+/g, (each) => shorten(each.replaceAll('&amp;', '&')));
  const media = body['media'] ? ` ${shorten(`https://x.com/bakery/status/${id}/photo/1`)}` : '';
  const parent = (body['reply'] as { in_reply_to_tweet_id: string } | undefined)
    ?.in_reply_to_tweet_id;
  return {
    id,
    written,
    text: shown + media,
    created_at: instant(Date.UTC(2027, 0, 4, 8)),
    entities: { urls },
    ...(parent !== undefined && { referenced_tweets: [{ type: 'replied_to', id: parent }] }),
  };
}

/** A refusal as X writes it. */
export function problem(status: number, type: string, detail: string, headers = {}): Reply {
  const whole = type.includes(':') ? type : `https://api.x.com/2/problems/${type}`;
  return { status, headers, body: { type: whole, title: type, detail, status } };
}
