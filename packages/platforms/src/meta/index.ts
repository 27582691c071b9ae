/**
 * What Facebook, Instagram and Threads have in common and an application needs beside the adapters:
 * signing in, webhooks, and when versions of the interface stop.
 *
 * @module @affiche/platforms/meta
 */
export { metaAudience, type MetaAudiencePart, type MetaAudienceQuestion } from './audience.ts';
export { type ManagedPage } from './pages.ts';
export { memorySeenDeliveries, type SeenDeliveries } from '../webhooks/seen-deliveries.ts';
export {
  exchangeMetaCode,
  extendMetaToken,
  listMetaPages,
  type MetaApplication,
  type MetaSignInOptions,
  metaSignInUrl,
} from './sign-in.ts';
export { graphVersions } from './versions.ts';
export {
  metaWebhook,
  type MetaReceipt,
  type MetaWebhook,
  type MetaWebhookOptions,
} from './webhook.ts';
export { type MetaDelivery } from './webhook-delivery.ts';
