/**
 * Bluesky: posts, threads, images, video and cards, who may answer, counts and the inbox.
 *
 * @module @affiche/platforms/bluesky
 */
export { bluesky, type BlueskyPlatform } from './bluesky.ts';
export { BlueskyFacts } from './facts.ts';
export { detectRichText, type RichTextFacet } from './rich-text.ts';
export { BlueskyOptions, BlueskyReplies, type BlueskySettings } from './settings.ts';
export { writeTid } from './tid.ts';
