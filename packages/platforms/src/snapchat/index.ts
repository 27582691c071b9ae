/**
 * Snapchat: stories and spotlights of public profiles, for organizations on Snap's list.
 *
 * @module @affiche/platforms/snapchat
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { SnapchatFacts } from './facts.ts';
export { snapchatOAuth } from './oauth.ts';
export { SnapchatOptions, type SnapchatSettings } from './settings.ts';
export { snapchat, type SnapchatPlatform } from './snapchat.ts';
