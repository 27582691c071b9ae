import { simulatedClock } from '@affiche/core';
import { pinterest } from '@affiche/platforms/pinterest';
import { pinterestSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { adapterCases } from './adapter-cases.ts';
import { start } from './bench.ts';
import { illustrated } from './illustrated.ts';

const clock = simulatedClock({ start, automatic: true });
const server = await pinterestSandbox({ clock, settings: { accessSeconds: 1e8 } });
const { id, credentials } = server.createAccount({ handle: 'bakery' });
afterAll(() => server.close());

const picture = {
  source: { url: 'https://cdn.example.com/galette.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette.',
};
const cases = adapterCases(illustrated(pinterest(), { media: picture, role: 'post' }), {
  account: { platform: 'pinterest', id, host: server.host },
  credentials,
  clock,
  // The board that the first account begins with.
  options: { board: '549755885002' },
  texts: async () => server.posts(id).map(({ text }) => text),
});

it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
  await expect(run()).resolves.toBeUndefined();
});
