import type { Route } from '../http/route.ts';
import { tokenRoutes } from '../oauth/token-routes.ts';
import { everybody, secretOf } from '../people.ts';
import type { TikTok } from './context.ts';

/** Signing in, and renewing. */
export function grantRoutes(tiktok: TikTok): Route[] {
  const { settings } = tiktok;
  return tokenRoutes(tiktok, {
    network: 'TikTok',
    consentPath: '/v2/auth/authorize/',
    tokenPath: '/v2/oauth/token/',
    lives: () => settings,
    accounts: () => everybody(tiktok),
    isApplication: ({ fields }) =>
      fields['client_key'] === 'sandbox' &&
      fields['client_secret'] === secretOf(tiktok, 'application'),
    answer: ({ accessToken, refreshToken, account }) => ({
      access_token: accessToken,
      expires_in: settings.accessSeconds,
      open_id: account,
      refresh_token: refreshToken,
      refresh_expires_in: settings.refreshSeconds,
      scope: 'user.info.basic,user.info.stats,video.publish,video.upload,video.list',
      token_type: 'Bearer',
    }),
    refusal: (description) => ({
      status: 400,
      body: { error: 'invalid_grant', error_description: description, log_id: 'sandbox' },
    }),
  });
}
