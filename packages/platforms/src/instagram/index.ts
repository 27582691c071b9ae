/**
 * Instagram: posts, carousels, reels and stories by containers, first comments, numbers and the inbox,
 * through Instagram's own login or Facebook's.
 *
 * @module @affiche/platforms/instagram
 */
export { InstagramFacts } from './facts.ts';
export type { InstagramInbox } from './inbox.ts';
export { instagram, type InstagramPlatform } from './instagram.ts';
export type { Mention } from './mentions.ts';
export { InstagramOptions } from './options.ts';
export type { InstagramLogin, InstagramSettings } from './settings.ts';
