/**
 * LinkedIn: posts of organizations and members, images, video, documents, polls, articles, comments,
 * counts and the inbox, in the "little" text format so that nothing is cut.
 *
 * @module @affiche/platforms/linkedin
 */
export { LinkedInFacts } from './facts.ts';
export { linkedin, type LinkedInPlatform } from './linkedin.ts';
export type { LinkedInReaction } from './reactions.ts';
export { LinkedInOptions, type LinkedInSettings } from './settings.ts';
