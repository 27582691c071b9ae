import type { FailureKind } from '@affiche/core';
import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

const Problem = z.object({
  error: z.object({
    message: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    status: z.string().optional(),
  }),
});
const OAuthProblem = z.object({ error: z.string(), error_description: z.string().optional() });

const known: readonly (readonly [FailureKind, readonly string[], string?])[] = [
  ['auth-expired', ['authError', 'UNAUTHENTICATED']],
  [
    'quota',
    ['quotaExceeded', 'dailyLimitExceeded'],
    'The project’s units are whole again at midnight Pacific time.',
  ],
  ['quota', ['uploadLimitExceeded'], 'The channel uploaded all it may: try again in 24 hours.'],
  ['rate-limited', ['rateLimitExceeded', 'userRateLimitExceeded']],
  [
    'permission',
    [
      'forbidden',
      'insufficientPermissions',
      'accountDelegationForbidden',
      'authenticatedUserAccountClosed',
      'authenticatedUserAccountSuspended',
    ],
    'Connect the account again with the scopes youtube.upload and youtube.force-ssl.',
  ],
  ['permission', ['youtubeSignupRequired'], 'The Google account has no channel: make one.'],
  ['invalid', ['commentsDisabled'], 'The film takes no comments.'],
  [
    'invalid',
    [
      'invalidTitle',
      'invalidDescription',
      'invalidTags',
      'invalidCategoryId',
      'invalidPublishAt',
      'invalidVideoMetadata',
      'invalidVideoGameRating',
      'invalidFilename',
      'mediaBodyRequired',
      'defaultLanguageNotSet',
      'commentTextTooLong',
      'invalidRecordingDetails',
      'playlistContainsMaximumNumberOfVideos',
    ],
  ],
  ['duplicate', ['captionExists', 'videoAlreadyInPlaylist']],
  [
    'gone',
    ['videoNotFound', 'notFound', 'playlistNotFound', 'commentNotFound', 'parentCommentNotFound'],
  ],
  ['transient', ['backendError', 'processingFailure', 'internalError', 'SERVICE_NOT_AVAILABLE']],
];

const mayBeMade = new Set<FailureKind>(['transient', 'duplicate']);

const rows: readonly ErrorRow[] = [
  {
    endpoint: 'POST /token',
    status: [400, 401],
    kind: 'permission',
    hint: 'Connect the account again: without a published consent screen Google ends consents after 7 days.',
  },
  // Google looks at who asks, at the units and at the fields before it makes anything.
  ...known.map(([kind, code, hint]): ErrorRow => ({
    code,
    kind,
    absence: !mayBeMade.has(kind),
    ...(hint && { hint }),
  })),
];

/**
 * What the refusals of YouTube mean.
 *
 * @see {@link https://developers.google.com/youtube/v3/docs/errors | YouTube: errors} (2026-11-21)
 */
export const youtubeErrors: ErrorTable = {
  read(body) {
    const said = Problem.safeParse(body).data?.error;
    if (said) {
      const code = said.errors?.[0]?.reason ?? said.status;
      return {
        ...(code !== undefined && { code }),
        ...(said.message !== undefined && { message: said.message }),
      };
    }
    const { error, error_description: message } = OAuthProblem.safeParse(body).data ?? {};
    return {
      ...(error !== undefined && { code: error }),
      ...(message !== undefined && { message }),
    };
  },
  rows,
  patienceSeconds: 60,
};
