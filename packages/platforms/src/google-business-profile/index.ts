/**
 * Google Business Profile: news, events and offers of a place, reviews and their answers, and counts.
 *
 * @module @affiche/platforms/google-business-profile
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { GoogleBusinessProfileFacts } from './facts.ts';
export {
  googleBusinessProfile,
  type GoogleBusinessProfilePlatform,
} from './google-business-profile.ts';
export { googleBusinessProfileOAuth } from './oauth.ts';
export { GoogleBusinessProfileOptions, type GoogleBusinessProfileSettings } from './settings.ts';
