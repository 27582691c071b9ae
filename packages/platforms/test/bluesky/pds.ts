import { createHash } from 'node:crypto';
import { canonicalJson } from '@affiche/core';
import { isValidTid } from '@atproto/syntax';
import {
  loopbackServer,
  type LoopbackServer,
  type Received,
  type Reply,
} from '../loopback-server.ts';
import { lexicons, recordProblem } from './lexicons.ts';

export const did = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
export const stranger = 'did:plc:z72i7hdynmk6r22z27h6tvur';

/** A server that behaves as the real one was seen to, and keeps what it is given. */
export interface Pds extends LoopbackServer {
  readonly records: Map<string, { cid: string; value: Record<string, unknown> }>;
  readonly tokens: { access: string; refresh: string };
  /** Answers that come instead of the next calls of a method, before or after the work is done. */
  readonly faults: { method: string; when: 'before' | 'after'; reply: Reply }[];
  /** Answers of the rest of the network, by method. */
  readonly network: Record<string, (request: Received) => unknown>;
  readonly blobs: Map<string, { mimeType: string; size: number }>;
}

/** The content identifier of some bytes. */
export function cidOf(bytes: string | Uint8Array, codec = 0x71): string {
  const digest = createHash('sha256').update(bytes).digest();
  return `b${base32(Buffer.from([1, codec, 0x12, 0x20, ...digest]))}`;
}

/** Starts the server. */
export async function pds(): Promise<Pds> {
  const state: Omit<Pds, keyof LoopbackServer> = {
    records: new Map(),
    tokens: { access: 'access-1', refresh: 'refresh-1' },
    faults: [],
    network: {},
    blobs: new Map(),
  };
  const server = await loopbackServer((request) => answer(request, state, server.host));
  return Object.assign(server, state);
}

type State = Omit<Pds, keyof LoopbackServer>;

function answer(request: Received, state: State, host: string): Reply {
  const method = request.path.replace('/xrpc/', '');
  const index = state.faults.findIndex((fault) => fault.method === method);
  const [fault] = index === -1 ? [] : state.faults.splice(index, 1);
  if (fault?.when === 'before') return fault.reply;
  const reply = handle(method, request, state, host);
  return fault?.reply ?? reply;
}

function handle(method: string, request: Received, state: State, host: string): Reply {
  const open = [
    'com.atproto.server.createSession',
    'com.atproto.server.describeServer',
    'com.atproto.identity.resolveHandle',
  ];
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  const expected =
    method === 'com.atproto.server.refreshSession' ? state.tokens.refresh : state.tokens.access;
  if (!open.includes(method) && !method.startsWith('app.bsky.video.')) {
    if (token === undefined) return refusal(401, 'AuthMissing', 'Authentication Required');
    if (token !== expected) return refusal(400, 'ExpiredToken', 'Token has expired');
  }
  const problem = inputProblem(method, request);
  if (problem !== undefined) return refusal(400, 'InvalidRequest', problem);
  return methods[method]?.(request, state, host) ?? networkAnswer(method, request, state);
}

function networkAnswer(method: string, request: Received, state: State): Reply {
  const known = state.network[method];
  return known ? { body: known(request) } : refusal(502, 'UpstreamFailure', 'Upstream Failure');
}

/** What the network's own schema says against a request. */
function inputProblem(method: string, { json, search }: Received): string | undefined {
  try {
    const names = [...new Set(search.keys())];
    const lists = new Set(['uris', 'reasons']);
    const parameters = Object.fromEntries(
      names.map((name) => [
        name,
        lists.has(name) ? search.getAll(name) : numeric(search.get(name) ?? ''),
      ]),
    );
    if (names.length > 0 && method !== 'app.bsky.video.uploadVideo') {
      lexicons.assertValidXrpcParams(`lex:${method}`, parameters);
    }
    if (json !== undefined) lexicons.assertValidXrpcInput(`lex:${method}`, json);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const numeric = (text: string) => (/^\d{1,12}$/.test(text) ? Number(text) : text);

const methods: Record<string, (request: Received, state: State, host: string) => Reply> = {
  'com.atproto.server.createSession'({ json }, state, host) {
    const { password } = json as { password: string };
    if (password !== 'app-password') {
      return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
    }
    return { body: session(state, host) };
  },
  'com.atproto.server.refreshSession'(_request, state, host) {
    const next = Number(state.tokens.refresh.split('-')[1]) + 1;
    state.tokens.access = `access-${next}`;
    state.tokens.refresh = `refresh-${next}`;
    return { body: session(state, host) };
  },
  'com.atproto.server.describeServer': (_request, _state, host) => ({
    body: {
      did: `did:web:${host.replace(':', '%3A')}`,
      availableUserDomains: ['.test'],
      blobUploadLimit: 5_242_880,
    },
  }),
  'com.atproto.server.getServiceAuth': ({ search }) => ({
    body: { token: `service-${search.get('lxm')}` },
  }),
  'com.atproto.identity.resolveHandle': ({ search }) =>
    search.get('handle') === 'alice.test'
      ? { body: { did: stranger } }
      : refusal(400, 'InvalidRequest', 'Unable to resolve handle'),
  'com.atproto.repo.uploadBlob'({ bytes, headers }, { blobs }) {
    const link = cidOf(bytes, 0x55);
    const mimeType = headers.get('content-type') ?? '';
    blobs.set(link, { mimeType, size: bytes.length });
    return {
      body: { blob: { $type: 'blob', ref: { $link: link }, mimeType, size: bytes.length } },
    };
  },
  'com.atproto.repo.putRecord': putRecord,
  'com.atproto.repo.getRecord'({ search }, { records }) {
    const uri = `at://${search.get('repo')}/${search.get('collection')}/${search.get('rkey')}`;
    const found = records.get(uri);
    return found
      ? { body: { uri, ...found } }
      : refusal(400, 'RecordNotFound', `Could not locate record: ${uri}`);
  },
  'com.atproto.repo.deleteRecord'({ json }, { records }) {
    const { collection, rkey } = json as Record<string, string>;
    records.delete(`at://${did}/${collection}/${rkey}`);
    return { body: {} };
  },
};

function putRecord({ json }: Received, { records, blobs }: State): Reply {
  const { repo, collection, rkey, record, swapRecord } = json as {
    repo: string;
    collection: string;
    rkey: string;
    record: Record<string, unknown>;
    swapRecord?: string | null;
  };
  if (repo !== did) return refusal(401, 'AuthenticationRequired', 'Not your repository');
  if (!isValidTid(rkey)) return refusal(400, 'InvalidRequest', 'Invalid TID');
  const problem = recordProblem(collection, record);
  if (problem !== undefined)
    return refusal(400, 'InvalidRequest', `Invalid ${collection} record: ${problem}`);
  const missing = [...JSON.stringify(record).matchAll(/"\$link":"([^"]+)"/g)].find(
    ([, link]) => !blobs.has(link ?? ''),
  );
  if (missing) return refusal(400, 'BlobNotFound', `Could not find blob: ${missing[1]}`);
  const uri = `at://${repo}/${collection}/${rkey}`;
  const cid = cidOf(canonicalJson(record));
  const current = records.get(uri);
  if (current?.cid === cid) return { body: { uri, cid, validationStatus: 'valid' } };
  if (swapRecord !== undefined && swapRecord !== (current?.cid ?? null)) {
    return refusal(400, 'InvalidSwap', `Record was at ${current?.cid ?? null}`);
  }
  records.set(uri, { cid, value: record });
  return { body: { uri, cid, commit: { cid, rev: '3mbzzzzzzzz22' }, validationStatus: 'valid' } };
}

function session({ tokens }: State, host: string) {
  const service = [
    { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: `http://${host}` },
  ];
  return {
    did,
    handle: 'bakery.test',
    accessJwt: tokens.access,
    refreshJwt: tokens.refresh,
    didDoc: { id: did, service },
    active: true,
  };
}

/** A refusal in the network's own words. */
export function refusal(status: number, error: string, message: string, headers = {}): Reply {
  return { status, headers, body: { error, message } };
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) =>
      'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number.parseInt(group.padEnd(5, '0'), 2)),
    )
    .join('');
}
