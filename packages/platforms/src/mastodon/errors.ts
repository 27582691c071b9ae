import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Refusal = z.object({ error: z.string(), error_description: z.string().optional() });

const post = 'POST /api/v1/statuses';
const upload = 'POST /api/v2/media';
const remove = ['DELETE /api/v1/statuses/:id', 'DELETE /api/v1/scheduled_statuses/:id'];
const edit = 'PUT /api/v1/statuses/:id';
const changes = [post, edit, upload, ...remove];

// Mastodon has no codes, only sentences; these are the ones it writes before it stores anything.
const rows: readonly ErrorRow[] = [
  {
    endpoint: changes,
    status: 401,
    message: /access token (is invalid|expired|was revoked)|^unauthorized/i,
    kind: 'auth-expired',
    absence: true,
    hint: 'Connect the account again: Mastodon’s tokens do not expire, so this one was revoked.',
  },
  { status: 401, kind: 'auth-expired', hint: 'Connect the account again.' },
  {
    endpoint: changes,
    status: 403,
    message: /outside the authorized scopes|insufficient_scope/i,
    kind: 'permission',
    absence: true,
    hint: 'Connect the account again with the scopes write:statuses and write:media.',
  },
  {
    endpoint: changes,
    status: 403,
    message: /login is currently disabled|missing a confirmed e-?mail|pending (approval|review)/i,
    kind: 'blocked',
    absence: true,
    hint: 'Sign in on the server and see what it says about the account.',
  },
  { status: 429, kind: 'rate-limited', absence: true },
  {
    endpoint: post,
    status: 422,
    message: /have not finished processing/i,
    kind: 'transient',
    absence: true,
  },
  {
    endpoint: post,
    status: 404,
    message: /you are trying to (reply to|quote) does not appear to exist/i,
    kind: 'gone',
    absence: true,
    hint: 'The post was deleted, or the account may not see it.',
  },
  {
    endpoint: post,
    status: 422,
    message: /^Validation failed: |cannot attach|scheduled (date|at)|poll/i,
    kind: 'invalid',
    absence: true,
  },
  // GoToSocial checks the whole form first, and says so with 400.
  {
    endpoint: post,
    status: [400, 422],
    message: /^(Bad Request|Unprocessable Entity): /,
    kind: 'invalid',
    absence: true,
  },
  {
    endpoint: upload,
    status: [400, 413, 415, 422],
    kind: 'invalid',
    absence: true,
    hint: 'Make the file smaller, or convert it to a type that the server takes.',
  },
  { endpoint: 'GET /api/v1/media/:id', status: 422, kind: 'invalid', absence: true },
  { status: [404, 410], kind: 'gone' },
];

/**
 * What Mastodon's refusals mean.
 *
 * @see {@link https://docs.joinmastodon.org/methods/statuses/ | Mastodon: statuses} (2026-11-21)
 */
export const mastodonErrors: ErrorTable = {
  read(body) {
    const { data } = Refusal.safeParse(body);
    return data ? { message: data.error_description ?? data.error } : {};
  },
  rows,
  // The window of the request budget.
  patienceSeconds: 300,
};
