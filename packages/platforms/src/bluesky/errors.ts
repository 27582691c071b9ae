import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Refusal = z.object({ error: z.string(), message: z.string().optional() });

const writes = ['com.atproto.repo.putRecord', 'com.atproto.repo.deleteRecord'];
const uploads = ['com.atproto.repo.uploadBlob', 'app.bsky.video.uploadVideo'];
// The server checks the token, then the budget, then the record, and only then writes.
const changes = [...writes, ...uploads];

const rows: readonly ErrorRow[] = [
  {
    endpoint: 'com.atproto.server.createSession',
    code: 'AuthenticationRequired',
    kind: 'permission',
    hint: 'Check the identifier, and make a new app password in the settings of Bluesky.',
  },
  {
    code: 'AuthFactorTokenRequired',
    kind: 'permission',
    hint: 'Use an app password: the account itself asks for a second factor.',
  },
  {
    endpoint: changes,
    status: [400, 401],
    code: ['ExpiredToken', 'InvalidToken', 'AuthMissing', 'AuthenticationRequired'],
    kind: 'auth-expired',
    absence: true,
  },
  {
    code: ['ExpiredToken', 'InvalidToken', 'AuthMissing', 'AuthenticationRequired'],
    kind: 'auth-expired',
  },
  {
    endpoint: changes,
    status: [400, 401, 403],
    code: ['AccountTakedown', 'AccountSuspended', 'AccountDeactivated'],
    kind: 'blocked',
    absence: true,
    hint: 'Sign in to Bluesky and see what it says about the account.',
  },
  {
    endpoint: changes,
    status: 403,
    code: ['Forbidden', 'InsufficientScope'],
    kind: 'permission',
    absence: true,
    hint: 'Give the app password or the authorization the right to post.',
  },
  { status: 429, kind: 'rate-limited', absence: true },
  // Not a proof: the record under the key may be the very one that an earlier request made.
  {
    code: 'InvalidSwap',
    kind: 'duplicate',
    hint: 'Something is stored under this key already; compare it.',
  },
  {
    endpoint: writes,
    status: 400,
    code: 'BlobNotFound',
    kind: 'gone',
    absence: true,
    hint: 'The server forgot the uploaded media; publish the post anew.',
  },
  {
    endpoint: writes,
    status: 400,
    code: 'InvalidRequest',
    // What the server says while it still checks. Other words could come from anywhere on the way.
    message:
      /^(?:Invalid (?:\S+ record: |record key|TID|\$type)|Unknown lexicon type|Could not find repo|Input\/)/,
    kind: 'invalid',
    absence: true,
  },
  {
    endpoint: uploads,
    status: [400, 413],
    code: ['InvalidRequest', 'InvalidMimeType', 'InvalidSize', 'BlobTooLarge', 'PayloadTooLarge'],
    kind: 'invalid',
    absence: true,
    hint: 'Make the file smaller or convert it.',
  },
  { code: ['RecordNotFound', 'RepoNotFound', 'NotFound'], kind: 'gone' },
  {
    code: ['UpstreamFailure', 'UpstreamTimeout', 'NotEnoughResources', 'InternalServerError'],
    kind: 'transient',
  },
];

/**
 * What Bluesky's refusals mean.
 *
 * @see {@link https://docs.bsky.app/docs/api/com-atproto-repo-put-record | putRecord} (2026-11-21)
 */
export const blueskyErrors: ErrorTable = {
  read(body) {
    const { data } = Refusal.safeParse(body);
    if (!data) return {};
    return { code: data.error, ...(data.message !== undefined && { message: data.message }) };
  },
  rows,
  // The shortest window of any budget.
  patienceSeconds: 300,
};
