import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

const create = 'POST /v4/:location/localPosts';
const changes = [create, 'PATCH /v4/:post', 'DELETE /v4/:post', 'PUT /v4/:review/reply'];

// Google looks at who asks, and at the whole request, before it acts.
const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /token',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: the refresh token was revoked or has ended.',
  },
  { endpoint: changes, code: 'UNAUTHENTICATED', kind: 'auth-expired', absence: true },
  { status: 401, kind: 'auth-expired' },
  {
    endpoint: changes,
    code: 'PERMISSION_DENIED',
    kind: 'permission',
    absence: true,
    hint: 'The project needs access to the Business Profile APIs, and the account the location.',
  },
  { code: 'RESOURCE_EXHAUSTED', kind: 'rate-limited', absence: true },
  {
    endpoint: changes,
    code: ['INVALID_ARGUMENT', 'FAILED_PRECONDITION'],
    kind: 'invalid',
    absence: true,
  },
  { code: 'ALREADY_EXISTS', kind: 'duplicate' },
  { endpoint: changes, code: 'NOT_FOUND', kind: 'gone', absence: true },
  {
    code: ['ABORTED', 'UNAVAILABLE', 'INTERNAL', 'DEADLINE_EXCEEDED'],
    kind: 'transient',
  },
];

/**
 * What the refusals of Google Business Profile mean.
 *
 * @see {@link https://cloud.google.com/apis/design/errors | Google's error model} (2026-11-21)
 */
export const businessErrors: ErrorTable = {
  read(body) {
    const { status, message, details = [] } = Refusal.safeParse(body).data?.error ?? {};
    const fields = details.flatMap(({ errorDetails = [] }) =>
      errorDetails.map(({ field = '', message: words = '' }) => `${field}: ${words}`),
    );
    const said = [message, ...fields].filter(Boolean).join('; ');
    return { ...(status !== undefined && { code: status }), ...(said !== '' && { message: said }) };
  },
  rows,
  patienceSeconds: 60,
};
