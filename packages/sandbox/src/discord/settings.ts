/** How the Discord server behaves; may be changed while it runs. */
export interface DiscordSandboxSettings {
  /** Whether the channel is a forum, where a message opens a thread with a title. */
  forum: boolean;
  /** Messages of one webhook or bot in 2 seconds, and in a minute. */
  messagesPer2Seconds: number;
  messagesPerMinute: number;
  /** Requests of one token in a second. */
  requestsPerSecond: number;
  /** The largest file, in bytes. */
  fileBytes: number;
  /** Words that AutoMod refuses. */
  blockedWords: readonly string[];
  /** For how many seconds a nonce is remembered. */
  nonceSeconds: number;
  /** Whether bots are shown what messages of others say. */
  showsContent: boolean;
}

/**
 * Discord as documented; the budgets of messages are known from practice.
 *
 * @see {@link https://discord.com/developers/docs/topics/rate-limits | Discord: rate limits} (2026-11-21)
 */
export const discordDefaults: DiscordSandboxSettings = {
  forum: false,
  messagesPer2Seconds: 5,
  messagesPerMinute: 30,
  requestsPerSecond: 50,
  fileBytes: 10_485_760,
  blockedWords: [],
  nonceSeconds: 180,
  showsContent: true,
};
