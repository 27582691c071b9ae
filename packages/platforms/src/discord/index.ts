/**
 * Discord: messages by webhook or by bot, with files, embeds, polls, threads, and nobody called who
 * was not meant.
 *
 * @module @affiche/platforms/discord
 */
export { discord, type DiscordPlatform } from './discord.ts';
export { DiscordFacts } from './facts.ts';
export { countDiscord } from './rules.ts';
export { DiscordEmbed, DiscordOptions, type DiscordSettings } from './settings.ts';
export type { DiscordEdit } from './undo.ts';
