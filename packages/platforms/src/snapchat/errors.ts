import type { ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

/**
 * What Snapchat's refusals mean. Its codes are not published, so that only the statuses that come
 * before any work are proofs.
 *
 * @see {@link https://developers.snap.com/api/marketing-api/Public-Profile-API/Introduction | Snap: Public Profile API} (2026-11-21)
 */
export const snapchatErrors: ErrorTable = {
  read(body) {
    const {
      error_code: code,
      display_message: shown,
      debug_message: message = shown,
    } = Refusal.safeParse(body).data ?? {};
    return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  },
  rows: [
    {
      endpoint: 'POST /login/oauth2/access_token',
      status: [400, 401],
      kind: 'permission',
      hint: 'Connect the account again.',
    },
    { status: 401, kind: 'auth-expired', absence: true },
    {
      status: 403,
      kind: 'permission',
      absence: true,
      hint: 'Snap lets only organizations on its list publish to public profiles.',
    },
    { status: 429, kind: 'rate-limited', absence: true },
  ],
  patienceSeconds: 5,
};
