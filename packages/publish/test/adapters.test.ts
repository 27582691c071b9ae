import { simulatedClock } from '@affiche/core';
import { platformConformance } from '@affiche/publish/conformance';
import { bluesky } from '@affiche/platforms/bluesky';
import { instagram } from '@affiche/platforms/instagram';
import { linkedin } from '@affiche/platforms/linkedin';
import { mastodon } from '@affiche/platforms/mastodon';
import { threads } from '@affiche/platforms/threads';
import { x } from '@affiche/platforms/x';
import {
  blueskySandbox,
  instagramSandbox,
  linkedinSandbox,
  mastodonDialects,
  mastodonSandbox,
  threadsSandbox,
  xSandbox,
} from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';

// Where a process may die and what a network may do, for every step of every adapter that exists,
// against its server on loopback.
const clock = simulatedClock({ start, automatic: true });
const roomy = { postsPerDay: 1000, containersPerDay: 4000 };
const pds = await blueskySandbox({ clock });
const baker = pds.createAccount({ handle: 'bakery.test' });
afterAll(() => pds.close());

describe('Bluesky', () => {
  const cases = platformConformance(bluesky(), {
    account: { platform: 'bluesky', id: baker.id, host: pds.host },
    credentials: baker.credentials,
    clock,
    texts: async () => pds.posts(baker.id).map(({ text }) => text),
    expireTokens: () => pds.faults.add({ on: '*', effect: 'expire-token' }),
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

// `hollo` races on an Idempotency-Key, `goToSocial` takes no notice of it.
describe.each(['mastodon', 'hollo', 'goToSocial'] as const)(
  'Mastodon, as %s speaks it',
  async (dialect) => {
    const settings = dialect === 'mastodon' ? {} : mastodonDialects[dialect];
    const instance = await mastodonSandbox({ clock, settings });
    const poster = instance.createAccount({ handle: 'bakery' });
    afterAll(() => instance.close());
    const cases = platformConformance(mastodon(), {
      account: { platform: 'mastodon', id: poster.id, host: instance.host },
      credentials: poster.credentials,
      clock,
      texts: async () => instance.posts(poster.id).map(({ text }) => text),
    });
    // What the dialects differ in is how they take a repeat.
    const repeats = cases.filter(({ name }) => /cut after|error after|two runners/.test(name));
    const tried = dialect === 'mastodon' ? cases : repeats;
    it.each(tried)('$name', { timeout: 30_000 }, async ({ run }) => {
      await expect(run()).resolves.toBeUndefined();
    });
  },
);

const picture = {
  source: { url: 'https://cdn.example.com/galette.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette.',
};

// Each case has an outbox and an account of its own: servers would count all cases as one publisher's
// posts, and a refresh token is good once, or not before its time.
describe.each([
  ['Threads', threads(), () => threadsSandbox({ clock })],
  ['LinkedIn', linkedin(), () => linkedinSandbox({ clock, settings: { postsPerDay: 100_000 } })],
  ['X', x(), () => xSandbox({ clock, settings: { rateLimits: false } })],
  ['Instagram', instagram(), () => instagramSandbox({ clock, settings: roomy })],
] as const)('%s', async (name, platform, open) => {
  const server = await open();
  afterAll(() => server.close());
  let bakeries = 0;
  const casesOfAnother = () => {
    bakeries += 1;
    const { id, credentials } = server.createAccount({ handle: `bakery${bakeries}` });
    return platformConformance(platform, {
      account: { platform: platform.id, id, host: server.host },
      credentials,
      clock,
      ...(name === 'Instagram' && { sample: (text) => ({ text, media: [picture] }) }),
      texts: async () => server.posts(id).map(({ text }) => text),
      expireTokens: () => server.faults.add({ on: '*', effect: 'expire-token' }),
    });
  };
  // Steps that nobody sees are all of one kind: the crash matrix of the sandbox tries those of Instagram.
  const tried = casesOfAnother()
    .map((each, index) => ({ name: each.name, index }))
    .filter((each) => !/"(?:quota|permalink)-0"/.test(each.name));
  it.each(tried)('$name', { timeout: 30_000 }, async ({ index }) => {
    await expect(casesOfAnother()[index]?.run()).resolves.toBeUndefined();
  });
});
