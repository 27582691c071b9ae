/**
 * Reddit: posts of text, links, pictures and videos with flair, comments, edits, counts and the inbox.
 *
 * @module @affiche/platforms/reddit
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { RedditCommunity, RedditFacts } from './facts.ts';
export { redditOAuth } from './oauth.ts';
export { reddit, type RedditPlatform } from './reddit.ts';
export { RedditOptions, type RedditSettings } from './settings.ts';
