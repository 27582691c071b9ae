import { type AnyPlatform, type Json, simulatedClock, systemClock } from '@affiche/core';
import { discord } from '@affiche/platforms/discord';
import { facebook } from '@affiche/platforms/facebook';
import { googleBusinessProfile } from '@affiche/platforms/google-business-profile';
import { pinterest } from '@affiche/platforms/pinterest';
import { reddit } from '@affiche/platforms/reddit';
import { snapchat } from '@affiche/platforms/snapchat';
import { telegram } from '@affiche/platforms/telegram';
import { tiktok } from '@affiche/platforms/tiktok';
import { tumblr } from '@affiche/platforms/tumblr';
import { wordpress } from '@affiche/platforms/wordpress';
import { youtube } from '@affiche/platforms/youtube';
import { type ConformanceSandbox, platformConformance } from '@affiche/publish/conformance';
import {
  discordSandbox,
  facebookSandbox,
  googleBusinessProfileSandbox,
  pinterestSandbox,
  redditSandbox,
  type Sandbox,
  snapchatSandbox,
  telegramSandbox,
  tiktokSandbox,
  tumblrSandbox,
  wordpressSandbox,
  youtubeSandbox,
} from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';

/** An adapter, the server that it is tried on, and what a post there must have. */
interface Stage {
  readonly platform: AnyPlatform;
  readonly server: Sandbox<unknown>;
  readonly options?: Readonly<Record<string, Json>>;
  readonly sample?: NonNullable<ConformanceSandbox['sample']>;
  /** Where posts go, if not to the account itself. */
  readonly place?: string;
  /** What the adapter does not have, and so is not tried. */
  readonly lacks: string;
}

// Budgets of days and hours are for tests of their own.
const clock = simulatedClock({ start, automatic: true });
const lasting = { accessSeconds: 1e8 };
const roomy = { ...lasting, postsPerDay: 1e6 };

const bytes = '\0\0\0\x1cftypisom\0\0\0\0';
const film = (text: string) => ({
  text,
  media: [
    {
      source: { base64: Buffer.from(bytes).toString('base64') },
      kind: 'video' as const,
      mimeType: 'video/mp4',
      bytes: bytes.length,
    },
  ],
});
const picture = (text: string) => ({
  text,
  media: [
    {
      source: { url: 'https://cdn.example.com/galette.jpg' },
      kind: 'image' as const,
      mimeType: 'image/jpeg',
      bytes: 20_000,
      alt: 'A galette.',
    },
  ],
});

const guild = await discordSandbox({ clock });
const bot = guild.createAccount({ handle: 'bakery' });
const { channel = '' } = await discord().facts(
  { platform: 'discord', id: bot.id, host: guild.host },
  {
    fetch,
    clock: systemClock(),
    credentials: bot.credentials,
    openMedia: async () => new Uint8Array(),
    observeRate: () => {},
  },
);

const stages: Readonly<Record<string, Stage>> = {
  'Discord, by a webhook': {
    platform: discord(),
    server: await discordSandbox({ clock }),
    lacks: 'authenticate first-comment reply content-warning',
  },
  'Discord, by a bot': {
    platform: discord({ as: 'bot' }),
    server: guild,
    place: channel,
    lacks: 'authenticate first-comment content-warning',
  },
  Facebook: {
    platform: facebook(),
    server: await facebookSandbox({ clock }),
    lacks: 'thread poll content-warning',
  },
  'Google Business Profile': {
    platform: googleBusinessProfile(),
    server: await googleBusinessProfileSandbox({
      clock,
      settings: { ...lasting, moderationSeconds: 15, requestsPerMinute: 1e6 },
    }),
    sample: picture,
    lacks: 'video thread first-comment poll content-warning',
  },
  Pinterest: {
    platform: pinterest(),
    server: await pinterestSandbox({ clock, settings: lasting }),
    // The board that the first account begins with.
    options: { board: '549755885002' },
    sample: picture,
    lacks: 'thread first-comment reply poll content-warning',
  },
  Reddit: {
    platform: reddit(),
    server: await redditSandbox({ clock, settings: { ...lasting, postsPerTenMinutes: 1e6 } }),
    options: { subreddit: 'boots', title: 'Boots' },
    lacks: 'content-warning',
  },
  Snapchat: {
    platform: snapchat(),
    server: await snapchatSandbox({ clock, settings: lasting }),
    // The one kind of snap that has words.
    options: { as: 'spotlight' },
    sample: film,
    lacks: 'text thread first-comment reply poll content-warning',
  },
  Telegram: {
    platform: telegram(),
    server: await telegramSandbox({ clock }),
    lacks: 'authenticate first-comment content-warning',
  },
  TikTok: {
    platform: tiktok({ audited: true, postsPerDay: 1e6 }),
    server: await tiktokSandbox({ clock, settings: roomy }),
    options: {
      privacyLevel: 'PUBLIC_TO_EVERYONE',
      consent: { musicUsage: true, brandedContent: false },
      disclosure: { ownBrand: false, brandedContent: false },
    },
    sample: film,
    lacks: 'thread first-comment reply poll content-warning',
  },
  Tumblr: {
    platform: tumblr(),
    server: await tumblrSandbox({ clock, settings: roomy }),
    lacks: 'thread first-comment reply poll content-warning',
  },
  WordPress: {
    platform: wordpress(),
    server: await wordpressSandbox({ clock }),
    lacks: 'authenticate thread poll content-warning',
  },
  YouTube: {
    platform: youtube({ audited: true, quota: { unitsPerDay: 1e9, uploadsPerDay: 1e9 } }),
    server: await youtubeSandbox({
      clock,
      settings: { ...lasting, unitsPerDay: 1e9, uploadsPerDay: 1e9 },
    }),
    options: { madeForKids: false },
    sample: film,
    lacks: 'images thread poll content-warning',
  },
};
afterAll(() => Promise.all(Object.values(stages).map(({ server }) => server.close())));

// Where a process may die and what a network may do: where nobody can look, nothing is there twice,
// and a person is asked.
describe.each(Object.entries(stages))('%s', (_, { platform, server, place, lacks, ...stage }) => {
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const cases = platformConformance(platform, {
    ...stage,
    account: { platform: platform.id, id: place ?? id, host: server.host },
    credentials,
    clock,
    texts: async () => server.posts(id).map(({ text }) => text),
    ...(platform.authenticate && {
      expireTokens: () => server.faults.add({ on: '*', effect: 'expire-token' }),
    }),
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
  it('is tried in everything but what its manifest does not offer', () => {
    expect(cases.flatMap((each) => each.lacks ?? []).join(' ')).toBe(lacks);
  });
});
