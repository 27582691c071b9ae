/**
 * Believing what networks send: signatures over the very bytes, compared in constant time, and nothing
 * twice. Meta's webhooks are in `@affiche/platforms/meta`.
 *
 * @module @affiche/platforms/webhooks
 */
export { linkedinWebhook } from '../linkedin/webhook.ts';
export { xWebhook } from '../x/webhook.ts';
export { memorySeenDeliveries, type SeenDeliveries } from './seen-deliveries.ts';
export type {
  SignedWebhook,
  SignedWebhookOptions,
  WebhookAnswer,
  WebhookReceipt,
} from './signed-webhook.ts';
