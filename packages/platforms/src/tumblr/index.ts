/**
 * Tumblr: posts of paragraphs, pictures, a film and a link, the queue, edits, and counts.
 *
 * @module @affiche/platforms/tumblr
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { TumblrFacts } from './facts.ts';
export { tumblrOAuth } from './oauth.ts';
export { TumblrOptions, type TumblrSettings } from './settings.ts';
export { tumblr, type TumblrPlatform } from './tumblr.ts';
