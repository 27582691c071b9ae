import { instant } from '@affiche/core';
import {
  loopbackServer,
  type LoopbackServer,
  type Received,
  type Reply,
} from '../loopback-server.ts';
import { accountEntity, instanceEntity, mediaEntity, statusEntity } from './entities.ts';
import { requestProblem, responseProblem } from './openapi.ts';

/** How a server differs from the others. */
export interface Character {
  idempotency: 'honoured' | 'ignored';
  schedule: 'kept' | 'ignored';
  /** How often a file is still being worked on before it is ready. */
  processing: number;
  software: string | undefined;
  version: 1 | 2;
}

/** A post as the server keeps it. */
interface Stored extends Record<string, unknown> {
  readonly id: string;
  readonly created_at: string;
}

type Fault = { match: string; when: 'before' | 'after'; reply: Reply };

/** A server that behaves as several real ones were seen to, and keeps what it is given. */
export interface Instance extends LoopbackServer {
  readonly character: Character;
  readonly statuses: Stored[];
  readonly scheduled: Stored[];
  readonly media: Map<string, number>;
  readonly faults: Fault[];
  readonly notifications: Record<string, unknown>[];
  readonly problems: string[];
}

/** Starts the server. */
export async function instance(character: Partial<Character> = {}): Promise<Instance> {
  const state: Omit<Instance, keyof LoopbackServer> = {
    character: {
      idempotency: 'honoured',
      schedule: 'kept',
      processing: 0,
      software: 'mastodon',
      version: 2,
      ...character,
    },
    statuses: [],
    scheduled: [],
    media: new Map(),
    faults: [],
    notifications: [],
    problems: [],
  };
  const keys = new Map<string, Stored>();
  const server = await loopbackServer((request) => {
    const name = `${request.method} ${request.path}`;
    const index = state.faults.findIndex(({ match }) => name === match);
    const [fault] = index === -1 ? [] : state.faults.splice(index, 1);
    if (fault?.when === 'before') return fault.reply;
    const reply = answer(request, state, keys, server.host);
    note(request, reply, state.problems);
    return fault?.reply ?? reply;
  });
  return Object.assign(server, state);
}

type State = Omit<Instance, keyof LoopbackServer>;

/** Both sides must speak as documented, or a test proves nothing. */
function note(request: Received, reply: Reply, problems: string[]): void {
  if (request.path.includes('nodeinfo')) return;
  const asked = requestProblem(request);
  if (asked !== undefined) problems.push(`${request.method} ${request.path}: ${asked}`);
  if (typeof reply !== 'object' || (reply.status ?? 200) >= 400) return;
  const answered = responseProblem(request, reply.status ?? 200, reply.body);
  if (answered !== undefined)
    problems.push(`${request.method} ${request.path} answered: ${answered}`);
}

function answer(request: Received, state: State, keys: Map<string, Stored>, host: string): Reply {
  const { method, path } = request;
  const { character, statuses, scheduled, media } = state;
  if (path === '/.well-known/nodeinfo') {
    return character.software === undefined
      ? refusal(404, 'Not found')
      : { body: { links: [{ rel: 'x', href: `http://${host}/nodeinfo/2.0` }] } };
  }
  if (path === '/nodeinfo/2.0') return { body: { software: { name: character.software } } };
  if (path === '/api/v2/instance') {
    return character.version === 2 ? { body: instanceEntity(2) } : refusal(404, 'Not found');
  }
  if (path === '/api/v1/instance') return { body: instanceEntity(1) };
  if (request.headers.get('authorization') !== 'Bearer token') {
    return refusal(401, 'The access token is invalid');
  }
  const id = path.split('/').at(-1) ?? '';
  switch (`${method} ${path.replace(/\/\d+(?=\/|$)/, '/:id')}`) {
    case 'GET /api/v1/accounts/verify_credentials':
      return { body: accountEntity() };
    case 'POST /api/v1/statuses':
      return post(request, state, keys);
    case 'GET /api/v1/statuses':
      return refusal(404, 'Not found');
    case 'GET /api/v1/statuses/:id': {
      const found = statuses.find((each) => each.id === id);
      return found ? { body: found } : refusal(404, 'Record not found');
    }
    case 'DELETE /api/v1/statuses/:id':
      return remove(statuses, id);
    case 'GET /api/v1/accounts/:id/statuses':
      return { body: page(statuses, request) };
    case 'GET /api/v1/scheduled_statuses':
      return { body: page(scheduled, request) };
    case 'DELETE /api/v1/scheduled_statuses/:id':
      return remove(scheduled, id);
    case 'POST /api/v2/media': {
      const next = String(media.size + 500);
      media.set(next, character.processing);
      return { status: character.processing > 0 ? 202 : 200, body: mediaEntity(next) };
    }
    case 'GET /api/v1/media/:id': {
      const left = (media.get(id) ?? 0) - 1;
      media.set(id, left);
      return left > 0 ? { status: 206, body: '' } : { body: mediaEntity(id) };
    }
    case 'GET /api/v1/notifications':
      return { body: state.notifications };
    default:
      return refusal(404, 'Not found');
  }
}

function post({ json, headers }: Received, state: State, keys: Map<string, Stored>): Reply {
  const body = json as Record<string, unknown> & { media_ids?: string[] };
  const key = headers.get('idempotency-key') ?? '';
  const known = state.character.idempotency === 'honoured' ? keys.get(key) : undefined;
  if (known) return { body: known };
  if (body.media_ids?.some((id) => (state.media.get(id) ?? 1) > 0)) {
    return refusal(
      422,
      'Cannot attach files that have not finished processing. Try again in a moment!',
    );
  }
  const number = state.statuses.length + state.scheduled.length;
  const id = String(1000 + number);
  if (body['scheduled_at'] !== undefined && state.character.schedule === 'kept') {
    const kept = {
      id,
      scheduled_at: body['scheduled_at'],
      params: {
        text: body['status'],
        visibility: 'public',
        application_id: 1,
        with_rate_limit: false,
      },
      media_attachments: [],
      created_at: '2027-01-04T08:00:00.000Z',
    };
    state.scheduled.push(kept);
    return { body: kept };
  }
  const status = statusEntity(id, instant(Date.UTC(2027, 0, 4, 8) + number * 1000), body);
  state.statuses.unshift(status);
  keys.set(key, status);
  return { body: status };
}

function page(statuses: Stored[], { search }: Received): Stored[] {
  const before = search.get('max_id');
  const start = before === null ? 0 : statuses.findIndex(({ id }) => id === before) + 1;
  return statuses.slice(start, start + Number(search.get('limit')));
}

function remove(list: Stored[], id: string): Reply {
  const index = list.findIndex((each) => each.id === id);
  if (index === -1) return refusal(404, 'Record not found');
  const [removed] = list.splice(index, 1);
  return { body: removed };
}

/** A refusal in the network's own words. */
export function refusal(status: number, error: string, headers = {}): Reply {
  return { status, headers, body: { error } };
}
