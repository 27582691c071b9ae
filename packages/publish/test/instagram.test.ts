import { simulatedClock } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { platformConformance } from '@affiche/publish/conformance';
import { instagramSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { start } from './bench.ts';

const clock = simulatedClock({ start, automatic: true });
const settings = { postsPerDay: 1000, containersPerDay: 4000 };
const server = await instagramSandbox({ clock, settings });
afterAll(() => server.close());

const picture = {
  source: { url: 'https://cdn.example.com/galette.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette.',
};
// A token of a few minutes is not renewed again: whoever loses one has an account of their own.
let bakeries = 0;
const casesOfAnother = () => {
  const { id, credentials } = server.createAccount({ handle: `bakery${(bakeries += 1)}` });
  return platformConformance(instagram(), {
    account: { platform: 'instagram', id, host: server.host },
    credentials,
    clock,
    sample: (text) => ({ text, media: [picture] }),
    texts: async () => server.posts(id).map(({ text }) => text),
    expireTokens: () => server.faults.add({ on: '*', effect: 'expire-token' }),
  });
};

// The steps that nobody sees are all of one kind, and are tried by the crash matrix of the sandbox.
const tried = casesOfAnother()
  .map(({ name }, index) => ({ name, index }))
  .filter(({ name }) => !/"(?:quota|permalink)-0"/.test(name));

it.each(tried)('$name', { timeout: 30_000 }, async ({ index }) => {
  await expect(casesOfAnother()[index]?.run()).resolves.toBeUndefined();
});
