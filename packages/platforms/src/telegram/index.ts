/**
 * Telegram: messages with their own spans, media, albums, polls, answers, topics, pins, the inbox
 * of a group and of a channel's discussion, and a webhook.
 *
 * @module @affiche/platforms/telegram
 */
export type { TelegramEdit } from './edit.ts';
export { TelegramFacts } from './facts.ts';
export { TelegramEntity, TelegramOptions, type TelegramSettings } from './settings.ts';
export { telegram, type TelegramPlatform } from './telegram.ts';
export type { HeardChats } from './updates.ts';
export { telegramWebhook, type TelegramDelivery, type TelegramWebhookOptions } from './webhook.ts';
