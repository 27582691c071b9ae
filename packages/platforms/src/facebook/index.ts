/**
 * Facebook pages: posts, pictures, films, reels, stories, comments, posts that wait on the network,
 * counts and the inbox.
 *
 * @module @affiche/platforms/facebook
 */
export { facebook, type FacebookPlatform } from './facebook.ts';
export { FacebookFacts } from './facts.ts';
export { FacebookOptions, type FacebookSettings } from './settings.ts';
