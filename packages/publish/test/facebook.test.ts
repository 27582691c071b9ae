import { simulatedClock } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import { platformConformance } from '@affiche/publish/conformance';
import { facebookSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { start } from './bench.ts';

const clock = simulatedClock({ start, automatic: true });
const server = await facebookSandbox({ clock });
const { id, credentials } = server.createAccount({ handle: 'Bakery' });
afterAll(() => server.close());

const cases = platformConformance(facebook(), {
  account: { platform: 'facebook', id, host: server.host },
  credentials,
  clock,
  texts: async () => server.posts(id).map(({ text }) => text),
  expireTokens: () => server.faults.add({ on: '*', effect: 'expire-token' }),
});

it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
  await expect(run()).resolves.toBeUndefined();
});
