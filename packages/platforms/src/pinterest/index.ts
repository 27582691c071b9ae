/**
 * Pinterest: pins with pictures, carousels and films, boards and sections, and counts.
 *
 * @module @affiche/platforms/pinterest
 */
export { PinterestBoard, PinterestFacts } from './facts.ts';
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { pinterestOAuth } from './oauth.ts';
export { pinterest, type PinterestPlatform } from './pinterest.ts';
export { PinterestOptions, type PinterestSettings } from './settings.ts';
