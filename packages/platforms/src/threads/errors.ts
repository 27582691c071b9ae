import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { readGraphError, sessionCodes as sessions, standingRows } from '../meta/graph-error.ts';

const create = 'POST /:user/threads';
const publish = 'POST /:user/threads_publish';
const changes = [
  create,
  publish,
  'DELETE /:media',
  'POST /:media/repost',
  'POST /:reply/manage_reply',
  'POST /:reply/manage_pending_reply',
];

// What it says of a container is less certain: the container itself is asked then.
const rows: readonly ErrorRow[] = [
  {
    endpoint: ['GET /refresh_access_token', 'GET /access_token'],
    code: [...sessions, '100'],
    kind: 'permission',
    hint: 'Connect the account again: tokens end after 60 days, and are renewed after their first.',
  },
  ...standingRows(changes, {
    session: 'Renew the token, or connect the account again.',
    permission:
      'Connect the account again with the scopes threads_basic and threads_content_publish.',
  }),
  { code: '9/2207042', kind: 'quota', hint: 'The account posted all it may in 24 hours.' },
  { code: ['4279013', '24/4279009'], kind: 'transient' },
  { message: /media not found|not ready/i, endpoint: publish, kind: 'transient' },
  { code: '2207051', kind: 'blocked', hint: 'Sign in to Threads and see what it says.' },
  { endpoint: create, code: '368', kind: 'blocked', absence: true },
  { code: ['368', '1404006', '1404102'], kind: 'blocked' },
  { code: '506', kind: 'duplicate' },
  {
    endpoint: create,
    message: /THREADS_API__LINK_LIMIT_EXCEEDED/,
    kind: 'invalid',
    absence: true,
    hint: 'A post holds five distinct links at most.',
  },
  { code: ['100/33', '803'], kind: 'gone' },
  { endpoint: create, code: ['100', '1609005', '12'], kind: 'invalid', absence: true },
  { code: ['100', '1609005', '12'], kind: 'invalid' },
  { code: ['1', '2'], kind: 'transient' },
];

/**
 * What the refusals of Threads mean.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/guides/error-handling | Meta: errors} (2026-11-21)
 */
export const threadsErrors: ErrorTable = {
  read: readGraphError({
    pairs: ['100/33', '9/2207042', '24/4279009'],
    subcodes: ['4279013', '2207051', '1404006', '1404102'],
  }),
  rows,
  patienceSeconds: 300,
};
