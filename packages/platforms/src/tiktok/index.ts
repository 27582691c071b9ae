/**
 * TikTok: films and photos, what a creator may choose from, consent and disclosure, audit, the inbox,
 * counts, and its webhook.
 *
 * @module @affiche/platforms/tiktok
 */
export type { AuthorizationRequest, CodeExchange, OAuthFlow } from '../oauth-code.ts';
export { TikTokFacts } from './facts.ts';
export { tiktokOAuth } from './oauth.ts';
export { PrivacyLevel, TikTokOptions, type TikTokSettings } from './settings.ts';
export { tiktok, type TikTokPlatform } from './tiktok.ts';
export {
  type TikTokEvent,
  type TikTokReceipt,
  tiktokWebhook,
  type TikTokWebhook,
  type TikTokWebhookOptions,
} from './webhook.ts';
