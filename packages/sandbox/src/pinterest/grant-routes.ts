import type { Route } from '../http/route.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, secretOf } from '../people.ts';
import { type Pinterest, problem } from './context.ts';

/** Signing in, and renewing. */
export function grantRoutes(pinterest: Pinterest): Route[] {
  const { settings } = pinterest;
  const basic = Buffer.from(`sandbox:${secretOf(pinterest, 'application')}`).toString('base64');
  return tokenRoutes(pinterest, {
    network: 'Pinterest',
    consentPath: '/oauth/',
    tokenPath: '/v5/oauth/token',
    lives: () => settings,
    accounts: () => everybody(pinterest),
    isApplication: ({ headers }) => headers.authorization === `Basic ${basic}`,
    answer: ({ accessToken, refreshToken, grant }) => ({
      access_token: accessToken,
      refresh_token: refreshToken,
      response_type: grant,
      token_type: 'bearer',
      expires_in: settings.accessSeconds,
      refresh_token_expires_in: settings.refreshSeconds,
      scope: 'boards:read boards:write pins:read pins:write user_accounts:read',
    }),
    refusal: (description) => problem(400, 1, description),
  });
}
