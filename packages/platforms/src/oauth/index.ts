/**
 * How people let an application act for them: addresses, scopes and tokens of Facebook, Instagram,
 * LinkedIn, Threads and X. Networks with an entry of their own for it are found there.
 *
 * @module @affiche/platforms/oauth
 */
export { facebookOAuth } from '../facebook/oauth.ts';
export { instagramOAuth } from '../instagram/oauth.ts';
export { linkedinOAuth } from '../linkedin/oauth.ts';
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { threadsOAuth } from '../threads/oauth.ts';
export { xOAuth } from '../x/oauth.ts';
export type { NetworkSignIn, SignInPlace, SignInServer } from './network-sign-in.ts';
export { scopesFor } from './scopes.ts';
