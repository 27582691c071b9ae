import type { FailureKind } from '@affiche/core';
import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Problem = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });
const OAuthProblem = z.object({ error: z.string(), error_description: z.string().optional() });

const inits = [
  'POST /v2/post/publish/video/init/',
  'POST /v2/post/publish/inbox/video/init/',
  'POST /v2/post/publish/content/init/',
];

const known: readonly (readonly [FailureKind, readonly string[], string?])[] = [
  ['auth-expired', ['access_token_invalid']],
  [
    'permission',
    ['scope_not_authorized', 'scope_permission_missed'],
    'Connect the account again with the scopes video.publish and video.upload.',
  ],
  [
    'permission',
    ['unaudited_client_can_only_post_to_private_accounts'],
    'Until TikTok has audited the application, the account must be private and the post SELF_ONLY.',
  ],
  [
    'permission',
    ['url_ownership_unverified'],
    'Prove to TikTok that the address is yours, or send the file.',
  ],
  [
    'permission',
    ['privacy_level_option_mismatch'],
    'Read the facts again: the creator has other levels of privacy now.',
  ],
  ['permission', ['app_not_approved']],
  ['rate-limited', ['rate_limit_exceeded']],
  ['quota', ['spam_risk_too_many_posts'], 'A creator has about 15 posts in 24 hours.'],
  [
    'quota',
    ['spam_risk_too_many_pending_share'],
    'Finish or delete what waits in the creator’s inbox: five are allowed in 24 hours.',
  ],
  [
    'quota',
    ['reached_active_user_cap'],
    'An unaudited application serves five creators in 24 hours.',
  ],
  ['blocked', ['spam_risk_user_banned_from_posting', 'spam_risk', 'spam_risk_text']],
  [
    'invalid',
    [
      'invalid_param',
      'invalid_params',
      'invalid_file_upload',
      'token_not_authorized_for_specified_publish_id',
      'invalid_publish_id',
    ],
  ],
  ['transient', ['internal_error']],
];

// TikTok says all of these before it hands out the number of a post, but for its own troubles.
const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /v2/oauth/token/',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: a refresh token lives for 365 days.',
  },
  ...known.flatMap(([kind, code, hint]): ErrorRow[] => [
    ...(kind === 'transient'
      ? []
      : [{ endpoint: inits, code, kind, absence: true, ...(hint && { hint }) }]),
    { code, kind, ...(hint && { hint }) },
  ]),
  { endpoint: 'PUT /video/', status: [403, 404, 410, 416], kind: 'gone' },
];

/**
 * What the refusals of TikTok mean.
 *
 * @see {@link https://developers.tiktok.com/doc/tiktok-api-v2-error-handling | TikTok: errors} (2026-11-21)
 */
export const tiktokErrors: ErrorTable = {
  read(body) {
    const said = Problem.safeParse(body).data?.error;
    if (said) return { code: said.code, ...(said.message && { message: said.message }) };
    const { error, error_description: message } = OAuthProblem.safeParse(body).data ?? {};
    return {
      ...(error !== undefined && { code: error }),
      ...(message !== undefined && { message }),
    };
  },
  rows,
  patienceSeconds: 60,
};

const failReasons: readonly (readonly [FailureKind, RegExp, string])[] = [
  [
    'invalid',
    /^(?:file_format|duration|frame_rate|picture_size)_check_failed$/,
    'Convert the file to what TikTok takes: MP4 with H.264, 23 to 60 frames, 360 to 4096 pixels.',
  ],
  [
    'invalid',
    /^(?:video|photo)_pull_failed$/,
    'See whether the address answers to TikTok, and fast enough.',
  ],
  ['blocked', /^spam_risk/, 'Sign in to TikTok and see what it says.'],
  [
    'permission',
    /^auth_removed$/,
    'The creator took the application’s access away: connect again.',
  ],
  ['invalid', /^publish_cancelled$/, 'It was cancelled.'],
  ['invalid', /^app_version_check_failed$/, 'The creator must update the app.'],
];

/** What it means that TikTok gave up on a post, and what to do; `gone` for its own troubles. */
export function kindOfFailReason(reason: string): { kind: FailureKind; hint: string } {
  const row = failReasons.find(([, pattern]) => pattern.test(reason));
  if (row) return { kind: row[0], hint: row[2] };
  return { kind: 'gone', hint: 'Nobody saw it: publish it anew.' };
}
