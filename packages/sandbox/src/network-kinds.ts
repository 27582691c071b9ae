import { ConfigurationError } from '@affiche/core';
import { blueskySandbox } from './bluesky/sandbox.ts';
import { discordSandbox } from './discord/sandbox.ts';
import { facebookSandbox } from './facebook/sandbox.ts';
import { instagramSandbox } from './instagram/sandbox.ts';
import { linkedinSandbox } from './linkedin/sandbox.ts';
import { mastodonSandbox } from './mastodon/sandbox.ts';
import { pinterestSandbox } from './pinterest/sandbox.ts';
import { redditSandbox } from './reddit/sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { snapchatSandbox } from './snapchat/sandbox.ts';
import { googleBusinessProfileSandbox } from './google-business-profile/sandbox.ts';
import { tumblrSandbox } from './tumblr/sandbox.ts';
import { telegramSandbox } from './telegram/sandbox.ts';
import { threadsSandbox } from './threads/sandbox.ts';
import { tiktokSandbox } from './tiktok/sandbox.ts';
import { wordpressSandbox } from './wordpress/sandbox.ts';
import { xSandbox } from './x/sandbox.ts';
import { youtubeSandbox } from './youtube/sandbox.ts';

/** How any server is started, whatever its network. */
export type AnySandboxOptions = Omit<SandboxOptions<never>, 'settings'>;

interface NetworkKind {
  readonly start: (options: AnySandboxOptions) => Promise<Sandbox<unknown>>;
  /** Under which names the world knows it. The first is where its interface is. */
  readonly hosts: readonly [string, ...string[]];
}

// All of Google's networks share them.
const signIn = ['oauth2.googleapis.com', 'accounts.google.com'];

const kinds: Readonly<Record<string, NetworkKind>> = {
  bluesky: { start: blueskySandbox, hosts: ['bsky.social'] },
  discord: { start: discordSandbox, hosts: ['discord.com'] },
  facebook: {
    start: facebookSandbox,
    hosts: ['graph.facebook.com', 'graph-video.facebook.com', 'rupload.facebook.com'],
  },
  instagram: {
    start: instagramSandbox,
    hosts: ['graph.instagram.com', 'api.instagram.com', 'rupload.facebook.com'],
  },
  linkedin: { start: linkedinSandbox, hosts: ['api.linkedin.com', 'www.linkedin.com'] },
  mastodon: { start: mastodonSandbox, hosts: ['mastodon.social'] },
  pinterest: { start: pinterestSandbox, hosts: ['api.pinterest.com', 'www.pinterest.com'] },
  reddit: { start: redditSandbox, hosts: ['oauth.reddit.com', 'www.reddit.com'] },
  telegram: { start: telegramSandbox, hosts: ['api.telegram.org'] },
  threads: { start: threadsSandbox, hosts: ['graph.threads.net'] },
  tiktok: { start: tiktokSandbox, hosts: ['open.tiktokapis.com', 'www.tiktok.com'] },
  wordpress: { start: wordpressSandbox, hosts: ['blog.example'] },
  tumblr: { start: tumblrSandbox, hosts: ['api.tumblr.com', 'www.tumblr.com'] },
  'google-business-profile': {
    start: googleBusinessProfileSandbox,
    hosts: [
      'mybusiness.googleapis.com',
      'mybusinessbusinessinformation.googleapis.com',
      'businessprofileperformance.googleapis.com',
      ...signIn,
    ],
  },
  snapchat: {
    start: snapchatSandbox,
    hosts: ['businessapi.snapchat.com', 'accounts.snapchat.com'],
  },
  x: { start: xSandbox, hosts: ['api.x.com'] },
  youtube: {
    start: youtubeSandbox,
    hosts: ['youtube.googleapis.com', 'www.googleapis.com', ...signIn],
  },
};

/** The networks that the sandbox has a server for, by their ids in the registry. */
export const sandboxKinds: readonly string[] = Object.keys(kinds);

/**
 * Starts the server of a network, by its id in the registry.
 *
 * ```ts
 * import { startSandboxServer } from '@affiche/sandbox';
 *
 * await using server = await startSandboxServer('mastodon');
 * server.url.startsWith('http://127.0.0.1:'); // => true
 * ```
 *
 * @throws ConfigurationError `network-not-in-sandbox`.
 */
export async function startSandboxServer(
  network: string,
  options: AnySandboxOptions = {},
): Promise<Sandbox<unknown>> {
  return networkKind(network).start(options);
}

/** What is known of a network's server. */
export function networkKind(network: string): NetworkKind {
  const kind = Object.hasOwn(kinds, network) ? kinds[network] : undefined;
  if (kind) return kind;
  throw new ConfigurationError('network-not-in-sandbox', {
    message: `The sandbox has no server for "${network}"`,
    hint: `It has ${sandboxKinds.join(', ')}.`,
    details: { network },
  });
}
