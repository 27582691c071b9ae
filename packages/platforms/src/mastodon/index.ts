/**
 * Mastodon and the servers that speak its language: posts, threads, media, polls, content
 * warnings, visibility, counts and the inbox.
 *
 * @module @affiche/platforms/mastodon
 */
export { MastodonFacts } from './facts.ts';
export { mastodon, type MastodonPlatform } from './mastodon.ts';
export { countMastodon } from './rules.ts';
export { MastodonOptions, type MastodonSettings } from './settings.ts';
