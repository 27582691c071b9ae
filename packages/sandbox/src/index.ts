/**
 * The platforms themselves on loopback, with an audience and with faults: what tests, examples and
 * simulations talk to instead of the network.
 *
 * @module @affiche/sandbox
 */
export { AudienceProfile, blueskyAudience, mastodonAudience } from './audience/profile.ts';
export { blueskySandbox } from './bluesky/sandbox.ts';
export type { BlueskySettings } from './bluesky/settings.ts';
export { facebookSandbox } from './facebook/sandbox.ts';
export type { FacebookSettings } from './facebook/settings.ts';
export { discordSandbox } from './discord/sandbox.ts';
export type { DiscordSandboxSettings } from './discord/settings.ts';
export { type Fault, type FaultEffect, faultEffects } from './faults/fault.ts';
export type { FaultPlan, RandomFaults, StruckFault } from './faults/fault-plan.ts';
export { instagramSandbox } from './instagram/sandbox.ts';
export type { InstagramSandboxSettings } from './instagram/settings.ts';
export { linkedinSandbox } from './linkedin/sandbox.ts';
export type { LinkedInSettings } from './linkedin/settings.ts';
export { mastodonSandbox } from './mastodon/sandbox.ts';
export { mastodonDialects, type MastodonSettings } from './mastodon/settings.ts';
export { pinterestSandbox } from './pinterest/sandbox.ts';
export type { PinterestSandboxSettings } from './pinterest/settings.ts';
export { type AnySandboxOptions, sandboxKinds, startSandboxServer } from './network-kinds.ts';
export { redditSandbox } from './reddit/sandbox.ts';
export type { RedditSandboxSettings } from './reddit/settings.ts';
export { routedFetch } from './routed-fetch.ts';
export type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from './sandbox.ts';
export { telegramSandbox } from './telegram/sandbox.ts';
export type { TelegramSandboxSettings } from './telegram/settings.ts';
export {
  type SandboxResident,
  type SandboxWorld,
  sandboxWorld,
  type SandboxWorldOptions,
} from './sandbox-world.ts';
export { threadsSandbox } from './threads/sandbox.ts';
export type { ThreadsSettings } from './threads/settings.ts';
export { tiktokSandbox } from './tiktok/sandbox.ts';
export type { TikTokSandboxSettings } from './tiktok/settings.ts';
export { wordpressSandbox } from './wordpress/sandbox.ts';
export type { WordPressSandboxSettings } from './wordpress/settings.ts';
export { xSandbox } from './x/sandbox.ts';
export type { XSandboxSettings } from './x/settings.ts';
export { youtubeSandbox } from './youtube/sandbox.ts';
export type { YouTubeSandboxSettings } from './youtube/settings.ts';
export { tumblrSandbox } from './tumblr/sandbox.ts';
export type { TumblrSandboxSettings } from './tumblr/settings.ts';
export { googleBusinessProfileSandbox } from './google-business-profile/sandbox.ts';
export type { GoogleBusinessProfileSandboxSettings } from './google-business-profile/settings.ts';
export { snapchatSandbox } from './snapchat/sandbox.ts';
export type { SnapchatSandboxSettings } from './snapchat/settings.ts';
