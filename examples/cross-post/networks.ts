import type { Account, AnyPlatform, Clock, Credentials, Json, Media } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { discord } from '@affiche/platforms/discord';
import { facebook } from '@affiche/platforms/facebook';
import { googleBusinessProfile } from '@affiche/platforms/google-business-profile';
import { instagram } from '@affiche/platforms/instagram';
import { linkedin } from '@affiche/platforms/linkedin';
import { mastodon } from '@affiche/platforms/mastodon';
import { pinterest } from '@affiche/platforms/pinterest';
import { reddit } from '@affiche/platforms/reddit';
import { snapchat } from '@affiche/platforms/snapchat';
import { telegram } from '@affiche/platforms/telegram';
import { threads } from '@affiche/platforms/threads';
import { tiktok } from '@affiche/platforms/tiktok';
import { tumblr } from '@affiche/platforms/tumblr';
import { wordpress } from '@affiche/platforms/wordpress';
import { x } from '@affiche/platforms/x';
import { youtube } from '@affiche/platforms/youtube';
import { type Sandbox, startSandboxServer } from '@affiche/sandbox';
import { film } from './draft.ts';

/** A network of this example: how it wants posts, and who posts there. */
interface Network {
  readonly platform: AnyPlatform;
  readonly handle: string;
  /** What a post there needs to know beyond its draft. */
  readonly options?: Options | ((server: Sandbox<unknown>, given: Credentials) => Promise<Options>);
  /** What it shows in place of the picture: a film, or nothing. */
  readonly media?: readonly Media[];
}

type Options = Readonly<Record<string, Json>>;

/** Where the world finds the picture: some networks fetch it themselves. */
const verifiedUrls = ['https://cdn.example.com/'];
const mediaUrl = () => `${verifiedUrls[0]}galette.jpg`;

const title = 'The galette is back';

/** What the baker was shown by TikTok's rules, and chose: nobody may choose it for her. */
const chosen = {
  privacyLevel: 'PUBLIC_TO_EVERYONE',
  consent: { musicUsage: true, brandedContent: false },
  disclosure: { ownBrand: true, brandedContent: false },
};

/** Another network is another line. */
const networks: readonly Network[] = [
  { platform: bluesky(), handle: 'bakery.test' },
  { platform: discord(), handle: 'bakery' },
  { platform: facebook(), handle: 'bakery' },
  { platform: googleBusinessProfile({ mediaUrl }), handle: 'bakery' },
  { platform: instagram({ mediaUrl }), handle: 'bakery' },
  { platform: linkedin(), handle: 'company/bakery' },
  { platform: mastodon(), handle: 'bakery' },
  { platform: pinterest(), handle: 'bakery', options: firstBoard },
  // A picture there would go without words.
  { platform: reddit(), handle: 'bakery', options: { subreddit: 'boots', title }, media: [] },
  // A spotlight has words under it, a story has none.
  { platform: snapchat(), handle: 'bakery', options: { as: 'spotlight' }, media: [film] },
  { platform: telegram(), handle: 'bakery' },
  { platform: threads({ mediaUrl }), handle: 'bakery' },
  {
    platform: tiktok({ audited: true, mediaUrl, verifiedUrls }),
    handle: 'bakery',
    options: chosen,
  },
  { platform: tumblr(), handle: 'bakery' },
  { platform: wordpress(), handle: 'bakery', options: { title } },
  { platform: x(), handle: 'bakery' },
  {
    platform: youtube({ audited: true }),
    handle: 'bakery',
    options: { title, madeForKids: false },
    media: [film],
  },
];

/** An account on a network that runs on this machine. */
export interface Channel {
  readonly platform: AnyPlatform;
  readonly account: Account;
  readonly credentials: Credentials;
  readonly server: Sandbox<unknown>;
  readonly options: Options;
  readonly media?: readonly Media[] | undefined;
}

/** Starts every network, each with the bakery's account. */
export function openChannels(clock: Clock): Promise<Channel[]> {
  return Promise.all(
    networks.map(async ({ platform, handle, options = {}, media }) => {
      const server = await startSandboxServer(platform.id, { clock });
      const { id, credentials } = server.createAccount({ handle, followers: 600 });
      const account = { platform: platform.id, id, host: server.host, handle };
      const asked = typeof options === 'function' ? await options(server, credentials) : options;
      return { platform, account, credentials, server, options: asked, media };
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
