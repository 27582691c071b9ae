import type { Account, AnyPlatform, Clock, Credentials } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { discord } from '@affiche/platforms/discord';
import { facebook } from '@affiche/platforms/facebook';
import { instagram } from '@affiche/platforms/instagram';
import { linkedin } from '@affiche/platforms/linkedin';
import { mastodon } from '@affiche/platforms/mastodon';
import { pinterest } from '@affiche/platforms/pinterest';
import { telegram } from '@affiche/platforms/telegram';
import { threads } from '@affiche/platforms/threads';
import { x } from '@affiche/platforms/x';
import {
  blueskySandbox,
  discordSandbox,
  facebookSandbox,
  instagramSandbox,
  linkedinSandbox,
  mastodonSandbox,
  pinterestSandbox,
  type Sandbox,
  telegramSandbox,
  threadsSandbox,
  xSandbox,
} from '@affiche/sandbox';

/** A network of this example: how it wants posts, where it is, and who posts there. */
interface Network {
  readonly platform: AnyPlatform;
  readonly start: (options: { readonly clock: Clock }) => Promise<Sandbox<unknown>>;
  readonly handle: string;
  /** What a post there needs to know beyond its draft. */
  readonly options?: (server: Sandbox<unknown>, credentials: Credentials) => Promise<Options>;
}

type Options = Record<string, string>;

/** Where the world finds the picture: some networks fetch it themselves. */
const mediaUrl = () => 'https://bakery.example/galette.jpg';

/** Another network is another line. */
const networks: readonly Network[] = [
  { platform: bluesky(), start: blueskySandbox, handle: 'bakery.test' },
  { platform: discord(), start: discordSandbox, handle: 'bakery' },
  { platform: facebook(), start: facebookSandbox, handle: 'bakery' },
  { platform: instagram({ mediaUrl }), start: instagramSandbox, handle: 'bakery' },
  { platform: linkedin(), start: linkedinSandbox, handle: 'company/bakery' },
  { platform: mastodon(), start: mastodonSandbox, handle: 'bakery' },
  { platform: pinterest(), start: pinterestSandbox, handle: 'bakery', options: firstBoard },
  { platform: telegram(), start: telegramSandbox, handle: 'bakery' },
  { platform: threads({ mediaUrl }), start: threadsSandbox, handle: 'bakery' },
  { platform: x(), start: xSandbox, handle: 'bakery' },
];

/** An account on a network that runs on this machine. */
export interface Channel {
  readonly platform: AnyPlatform;
  readonly account: Account;
  readonly credentials: Credentials;
  readonly server: Sandbox<unknown>;
  readonly options: Options;
}

/** Starts every network, each with the bakery's account. */
export function openChannels(clock: Clock): Promise<Channel[]> {
  return Promise.all(
    networks.map(async ({ platform, start, handle, options }) => {
      const server = await start({ clock });
      const { id, credentials } = server.createAccount({ handle, followers: 600 });
      const account = { platform: platform.id, id, host: server.host, handle };
      const asked = (await options?.(server, credentials)) ?? {};
      return { platform, account, credentials, server, options: asked };
    }),
  );
}

/** Pins go to a board. */
async function firstBoard(
  { url }: Sandbox<unknown>,
  { accessToken }: Credentials,
): Promise<Options> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${url}/v5/boards`, { headers });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return { board: items[0]?.id ?? '' };
}
