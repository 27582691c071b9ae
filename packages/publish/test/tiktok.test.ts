import { simulatedClock } from '@affiche/core';
import { tiktok } from '@affiche/platforms/tiktok';
import { tiktokSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { adapterCases } from './adapter-cases.ts';
import { start } from './bench.ts';
import { illustrated } from './illustrated.ts';

const clock = simulatedClock({ start, automatic: true });
const settings = { accessSeconds: 1e8, postsPerDay: 1e6 };
const server = await tiktokSandbox({ clock, settings });
const { id, credentials } = server.createAccount({ handle: 'bakery' });
afterAll(() => server.close());

const film = {
  source: { base64: Buffer.from('\0\0\0\x1cftypisom\0\0\0\0').toString('base64') },
  kind: 'video' as const,
  mimeType: 'video/mp4',
  bytes: 16,
};
const platform = tiktok({ audited: true, postsPerDay: 1e6 });
const cases = adapterCases(illustrated(platform, { media: film, role: 'post' }), {
  account: { platform: 'tiktok', id, host: server.host },
  credentials,
  clock,
  options: {
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    consent: { musicUsage: true, brandedContent: false },
    disclosure: { ownBrand: false, brandedContent: false },
  },
  texts: async () => server.posts(id).map(({ text }) => text),
});

it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
  await expect(run()).resolves.toBeUndefined();
});
