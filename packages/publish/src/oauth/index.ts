/**
 * Signing in to a network in the browser, from a program in a terminal: OAuth 2.0 with PKCE.
 *
 * @module @affiche/publish/oauth
 */
export { expiryWarnings, type ExpiryWarningsOptions } from './expiry-warnings.ts';
export { type MastodonSignIn, signInToMastodon, type SignInToMastodonOptions } from './mastodon.ts';
export { discoverServer, type OAuthClient, type OAuthServer } from './server.ts';
export { type OAuthErrorCode } from './oauth-error.ts';
export { signIn, type SignInOptions } from './sign-in.ts';
export { refreshTokens, revokeTokens, type TokenOptions } from './tokens.ts';
export type { ExchangeOptions } from './exchange.ts';
