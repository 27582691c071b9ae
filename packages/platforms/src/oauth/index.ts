/**
 * How people let an application act for them: addresses, scopes and tokens of X, LinkedIn and Threads.
 * Networks with an entry of their own for it are found there.
 *
 * @module @affiche/platforms/oauth
 */
export { linkedinOAuth } from '../linkedin/oauth.ts';
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { threadsOAuth } from '../threads/oauth.ts';
export { xOAuth } from '../x/oauth.ts';
export type { NetworkSignIn, SignInPlace, SignInServer } from './network-sign-in.ts';
export { scopesFor } from './scopes.ts';
