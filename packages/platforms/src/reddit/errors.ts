import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

const submit = [
  'POST /api/submit',
  'POST /api/submit_gallery_post.json',
  'POST /api/submit_poll_post',
];
const changes = [...submit, 'POST /api/comment', 'POST /api/editusertext', 'POST /api/del'];

// Codes come from looking at the form, before anything is made.
const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /api/v1/access_token',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: the refresh token was revoked, or is of another application.',
  },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
  { status: 401, kind: 'auth-expired' },
  { status: 429, kind: 'rate-limited', absence: true },
  {
    code: 'RATELIMIT',
    kind: 'rate-limited',
    absence: true,
    hint: 'Reddit lets new accounts post rarely, until their posts were liked.',
  },
  {
    code: 'ALREADY_SUB',
    kind: 'duplicate',
    absence: true,
    hint: 'The link was posted there before. Give it an address of its own.',
  },
  {
    endpoint: changes,
    code: [
      'SUBREDDIT_NOTALLOWED',
      'THREAD_LOCKED',
      'USER_BLOCKED',
      'private',
      'quarantined',
      'USER_REQUIRED',
    ],
    kind: 'permission',
    absence: true,
    hint: 'The community or the person does not let this account write there.',
  },
  { code: ['DELETED_COMMENT', 'DELETED_LINK', 'TOO_OLD'], kind: 'gone', absence: true },
  {
    endpoint: submit,
    code: ['FLAIR_REQUIRED', 'SUBMIT_VALIDATION_FLAIR_REQUIRED'],
    kind: 'invalid',
    absence: true,
    hint: 'Choose one of the community’s flairs.',
  },
  {
    endpoint: changes,
    code: [
      'NO_TEXT',
      'TOO_LONG',
      'BAD_URL',
      'NO_URL',
      'NO_LINKS',
      'NO_SELFS',
      'DOMAIN_BANNED',
      'SUBREDDIT_NOEXIST',
      'SUBREDDIT_REQUIRED',
      'BAD_SR_NAME',
      'INVALID_OPTION',
      'IMAGE_ERROR',
    ],
    kind: 'invalid',
    absence: true,
  },
  { endpoint: changes, message: /^SUBMIT_VALIDATION_/, kind: 'invalid', absence: true },
];

/**
 * What Reddit's refusals mean. Many come with the status 200.
 *
 * @see {@link https://github.com/praw-dev/praw | PRAW} (2026-11-21)
 */
export const redditErrors: ErrorTable = {
  read(body) {
    const [first] = Refusal.safeParse(body).data?.json.errors ?? [];
    if (first) {
      const [code, words] = first.map(String);
      // The rules of a community have codes that nobody can list.
      const message = code?.startsWith('SUBMIT_VALIDATION_') ? `${code}: ${words}` : words;
      return { ...(code && { code }), ...(message && { message }) };
    }
    const reason =
      typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
    return typeof reason === 'string' ? { code: reason } : {};
  },
  rows,
  patienceSeconds: 60,
};
