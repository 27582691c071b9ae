/** How the Telegram server behaves; may be changed while it runs. */
export interface TelegramSandboxSettings {
  /** Messages that one chat takes in a minute; every file of an album is one. */
  messagesPerMinute: number;
  /** Messages of one bot in a second. */
  messagesPerSecond: number;
  /** The largest photo and the largest other file, in bytes. */
  photoBytes: number;
  fileBytes: number;
  /** Groups that became supergroups, by the id that they had: what they are called now. */
  movedChats: Readonly<Record<string, number>>;
  /** The topics that there are, where the chat is a forum. */
  topics: readonly number[];
  /** Whether the bot is an administrator who may post. */
  canPost: boolean;
}

/**
 * Telegram as documented; its rates are approximate by its own words.
 *
 * @see {@link https://core.telegram.org/bots/api | Telegram: Bot API} (2026-11-21)
 */
export const telegramDefaults: TelegramSandboxSettings = {
  messagesPerMinute: 20,
  messagesPerSecond: 30,
  photoBytes: 10_000_000,
  fileBytes: 50_000_000,
  movedChats: {},
  topics: [],
  canPost: true,
};
