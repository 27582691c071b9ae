import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Problem = z.object({ code: z.int(), message: z.string().optional() });

const create = 'POST /pins';
const register = 'POST /media';
const changes = [create, register, 'DELETE /pins/:pin'];

// Who asks and whether they may is looked at first; then the fields, the board and the picture,
// without which there is no pin.
const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /v5/oauth/token',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: a refresh token lives for 60 days after it was last used.',
  },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
  { status: 401, kind: 'auth-expired' },
  { status: 429, kind: 'rate-limited', absence: true },
  { code: ['7', '8'], kind: 'rate-limited' },
  {
    endpoint: changes,
    status: 403,
    code: '29',
    kind: 'permission',
    absence: true,
    hint: 'The application has trial access: ask Pinterest for standard access.',
  },
  {
    endpoint: changes,
    status: 403,
    code: ['3', '403'],
    kind: 'permission',
    absence: true,
    hint: 'Connect the account again with boards:write and pins:write, and the _secret scopes for secret boards.',
  },
  {
    endpoint: create,
    status: [400, 404],
    code: '40',
    kind: 'invalid',
    absence: true,
    hint: 'The board is not there: choose one of those in the facts.',
  },
  { endpoint: changes, status: 400, code: '1', kind: 'invalid', absence: true },
  {
    endpoint: create,
    status: 400,
    code: '235',
    kind: 'invalid',
    absence: true,
    hint: 'Pinterest could not use the picture, or not reach its address.',
  },
  {
    endpoint: create,
    status: 400,
    message: /unable to reach the url|board not found/i,
    kind: 'invalid',
    absence: true,
  },
  { code: '50', kind: 'gone' },
];

/**
 * What the refusals of Pinterest mean.
 *
 * @see {@link https://developers.pinterest.com/docs/api/v5/ | Pinterest API v5} (2026-11-21)
 */
export const pinterestErrors: ErrorTable = {
  read(body) {
    const { code, message } = Problem.safeParse(body).data ?? {};
    return {
      ...(code !== undefined && { code: String(code) }),
      ...(message !== undefined && { message }),
    };
  },
  rows,
  patienceSeconds: 60,
};
