/**
 * YouTube: films in resumable sessions, thumbnails, subtitles, playlists, comments, scheduling, counts,
 * and its ways of counting.
 *
 * @module @affiche/platforms/youtube
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { YouTubeFacts } from './facts.ts';
export { youtubeOAuth } from './oauth.ts';
export { quotaResetAfter } from './quota-day.ts';
export { YouTubeOptions, type YouTubeSettings } from './settings.ts';
export { tagsLength } from './tags.ts';
export { youtube, type YouTubePlatform } from './youtube.ts';
