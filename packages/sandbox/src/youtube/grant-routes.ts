import type { Route } from '../http/route.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { secret, type YouTube } from './context.ts';

/** Signing in, and renewing; a refresh token is good until it is taken back. */
export function grantRoutes(youtube: YouTube): Route[] {
  const { settings, database } = youtube;
  return tokenRoutes(youtube, {
    network: 'Google',
    consentPath: '/o/oauth2/v2/auth',
    tokenPath: '/token',
    lives: () => settings,
    accounts: () =>
      database
        .all('SELECT id, title FROM account ORDER BY rowid')
        .map((row) => ({ id: String(row['id']), name: String(row['title']) })),
    isApplication: ({ fields }) =>
      fields['client_id'] === 'sandbox' &&
      fields['client_secret'] === secret(youtube, 'application'),
    answer: ({ accessToken, refreshToken }) => ({
      access_token: accessToken,
      expires_in: settings.accessSeconds,
      refresh_token: refreshToken,
      scope: 'https://www.googleapis.com/auth/youtube',
      token_type: 'Bearer',
    }),
    refusal: (description) => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: description },
    }),
  });
}
