import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const words = z.string().optional();

/** A problem, an answer of the first version, or one of the place where tokens are given. */
const Refusal = z.object({
  type: words,
  title: words,
  detail: words,
  errors: z
    .array(z.object({ code: z.number(), message: words }))
    .optional()
    .catch(undefined),
  error: words,
  error_description: words,
});

const post = 'POST /2/tweets';
const uploads = [
  'POST /2/media/upload',
  'POST /2/media/upload/initialize',
  'POST /2/media/upload/:id/append',
  'POST /2/media/upload/:id/finalize',
  'POST /2/media/metadata',
];
const remove = 'DELETE /2/tweets/:id';
const hide = 'PUT /2/tweets/:id/hidden';
const articles = ['POST /2/articles/draft', 'POST /2/articles/:id/publish'];
const changes = [post, ...uploads, ...articles, remove, hide];

const broke = 'Buy credits for the application, or wait for the next month.';

const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /2/oauth2/token',
    code: ['invalid_grant', 'invalid_request'],
    kind: 'permission',
    hint: 'Connect the account again: its refresh token is used up or withdrawn.',
  },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
  { status: 429, code: 'usage-capped', kind: 'quota', absence: true },
  { endpoint: changes, code: '185', kind: 'quota', absence: true },
  {
    endpoint: changes,
    status: 403,
    code: 'usage-capped',
    kind: 'quota',
    absence: true,
    hint: broke,
  },
  { endpoint: changes, status: 402, kind: 'quota', absence: true, hint: broke },
  // A duplicate may be the very post whose answer was lost: only looking tells.
  { endpoint: post, status: 403, message: /duplicate content/i, kind: 'duplicate' },
  { endpoint: post, code: '187', kind: 'duplicate' },
  {
    endpoint: post,
    status: [400, 403],
    message: /maximum of one cashtag|invalid URL|too long/i,
    kind: 'invalid',
    absence: true,
  },
  { endpoint: post, code: ['186', '324', 'invalid-request'], kind: 'invalid', absence: true },
  {
    endpoint: changes,
    status: 403,
    code: [
      'client-forbidden',
      'not-authorized-for-resource',
      'not-authorized-for-field',
      'unsupported-authentication',
    ],
    kind: 'permission',
    absence: true,
    hint: 'Connect the account again with the scopes tweet.write and media.write.',
  },
  {
    code: ['64', '326'],
    kind: 'blocked',
    hint: 'Sign in to X and see what it says about the account.',
  },
  {
    endpoint: post,
    code: '226',
    kind: 'blocked',
    absence: true,
    hint: 'X takes the post for automation.',
  },
  {
    endpoint: post,
    code: ['385', '433'],
    kind: 'gone',
    absence: true,
    hint: 'The post that it answers is gone, or closed.',
  },
  { endpoint: uploads, status: [400, 413, 415], kind: 'invalid', absence: true },
];

/**
 * What X's refusals mean.
 *
 * @see {@link https://docs.x.com/x-api/fundamentals/response-codes-and-errors | X: errors} (2026-11-21)
 */
export const xErrors: ErrorTable = {
  read(body) {
    const said: Partial<z.infer<typeof Refusal>> = Refusal.safeParse(body).data ?? {};
    const { type, title, detail, errors: [legacy] = [], error, error_description } = said;
    const code = type?.split('/').at(-1) ?? legacy?.code ?? error;
    const message = detail ?? title ?? legacy?.message ?? error_description ?? error;
    return {
      ...(code !== undefined && { code: String(code) }),
      ...(message !== undefined && { message }),
    };
  },
  rows,
  // The window of nearly every budget.
  patienceSeconds: 900,
};
