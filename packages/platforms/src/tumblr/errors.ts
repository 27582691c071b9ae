import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

const create = 'POST /v2/blog/:blog/posts';
const edit = 'PUT /v2/blog/:blog/posts/:post';
const changes = [create, edit, 'POST /v2/blog/:blog/post/delete'];

// Numbers of its own come from looking at the post, before it is made.
const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /v2/oauth2/token',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: the refresh token has ended.',
  },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
  { status: 401, kind: 'auth-expired' },
  { status: 429, kind: 'rate-limited', absence: true },
  {
    endpoint: changes,
    status: 403,
    code: ['8004', '8011', '8022', '8023'],
    kind: 'quota',
    absence: true,
    hint: 'The blog’s day, or its queue, is full.',
  },
  {
    endpoint: create,
    status: 403,
    code: '8010',
    kind: 'rate-limited',
    absence: true,
    hint: 'Another video of the account is still worked on.',
  },
  {
    endpoint: [create, edit],
    status: [400, 403],
    code: ['8001', '8002', '8005', '8008', '8016'],
    kind: 'invalid',
    absence: true,
  },
  { endpoint: create, status: 404, kind: 'gone', absence: true, hint: 'No blog has this name.' },
];

/**
 * What Tumblr's refusals mean.
 *
 * @see {@link https://github.com/tumblr/docs/blob/master/api.md | Tumblr API v2} (2026-11-22)
 */
export const tumblrErrors: ErrorTable = {
  read(body) {
    const { meta, errors } = Refusal.safeParse(body).data ?? {};
    const [first] = errors ?? [];
    const message = first?.detail ?? first?.title ?? meta?.msg;
    return {
      ...(first?.code !== undefined && { code: String(first.code) }),
      ...(message !== undefined && { message }),
    };
  },
  rows,
  patienceSeconds: 3600,
};
