import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Problem = z.object({
  message: z.string().optional(),
  code: z.string().optional(),
  serviceErrorCode: z.number().optional(),
});
const Refresh = z.object({ error: z.string(), error_description: z.string().optional() });

const post = 'POST /rest/posts';
const comment = 'POST /rest/socialActions/:id/comments';
const makes = [post, comment];
const uploads = ['images', 'videos', 'documents'].map((each) => `POST /rest/${each}`);
const changes = [
  ...makes,
  ...uploads,
  'POST /rest/posts/:id',
  'DELETE /rest/posts/:id',
  'POST /rest/reactions',
];

const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /oauth/v2/accessToken',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: a refresh token lives for a year from the first consent, whatever is refreshed.',
  },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
  { status: 401, kind: 'auth-expired' },
  {
    status: 426,
    kind: 'blocked',
    absence: true,
    hint: 'This version of the interface has stopped: set apiVersion to a newer month.',
  },
  {
    status: 400,
    code: ['VERSION_MISSING', 'NONEXISTENT_VERSION'],
    kind: 'blocked',
    absence: true,
    hint: 'Set apiVersion to a month that LinkedIn published.',
  },
  { status: 429, kind: 'rate-limited', absence: true },
  // It may be the very post whose answer was lost: only looking tells.
  { endpoint: makes, status: [400, 409, 422], message: /duplicate/i, kind: 'duplicate' },
  { message: /unable to obtain activity/i, kind: 'transient' },
  {
    endpoint: changes,
    status: 403,
    code: ['ACCESS_DENIED', '100'],
    kind: 'permission',
    absence: true,
    hint: 'Connect the account again with w_member_social or w_organization_social, by somebody who may post for the page.',
  },
  // Fields are read before anything is made.
  { endpoint: makes, status: 422, message: /^ERROR :: \//, kind: 'invalid', absence: true },
  {
    endpoint: makes,
    status: 400,
    code: ['ILLEGAL_ARGUMENT', 'MISSING_FIELD', 'INVALID_CONTENT'],
    kind: 'invalid',
    absence: true,
  },
  { endpoint: uploads, status: [400, 422], kind: 'invalid', absence: true },
];

const longestPatience = 3600;

/**
 * What LinkedIn's refusals mean. Budgets are whole again at midnight UTC, and no answer says so; a 429
 * may also be about the servers' own troubles, so that an hour is the longest wait.
 *
 * @param now - Milliseconds since the epoch.
 * @see {@link https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling | LinkedIn: errors} (2026-11-21)
 */
export function linkedInErrors(now: number): ErrorTable {
  const untilMidnight = 86_400 - (Math.floor(now / 1000) % 86_400);
  return { read, rows, patienceSeconds: Math.min(longestPatience, untilMidnight) };
}

function read(body: unknown): { code?: string; message?: string } {
  const refresh = Refresh.safeParse(body).data;
  if (refresh) {
    return { code: refresh.error, message: refresh.error_description ?? refresh.error };
  }
  const { code, serviceErrorCode, message } = Problem.safeParse(body).data ?? {};
  const number = serviceErrorCode === undefined ? undefined : String(serviceErrorCode);
  const name = code ?? number;
  return { ...(name !== undefined && { code: name }), ...(message !== undefined && { message }) };
}
