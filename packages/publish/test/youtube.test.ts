import { simulatedClock } from '@affiche/core';
import { youtube } from '@affiche/platforms/youtube';
import { youtubeSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { adapterCases } from './adapter-cases.ts';
import { start } from './bench.ts';
import { illustrated } from './illustrated.ts';

const clock = simulatedClock({ start, automatic: true });
const settings = { accessSeconds: 1e8, unitsPerDay: 1e9, uploadsPerDay: 1e9 };
const server = await youtubeSandbox({ clock, settings });
const { id, credentials } = server.createAccount({ handle: 'Bakery' });
afterAll(() => server.close());

const film = {
  source: { base64: Buffer.from('\0\0\0\x1cftypisom\0\0\0\0').toString('base64') },
  kind: 'video' as const,
  mimeType: 'video/mp4',
  bytes: 16,
};
const platform = youtube({ audited: true, quota: { unitsPerDay: 1e9, uploadsPerDay: 1e9 } });
const cases = adapterCases(illustrated(platform, { media: film, role: 'first-comment' }), {
  account: { platform: 'youtube', id, host: server.host },
  credentials,
  clock,
  options: { madeForKids: false },
  texts: async () => server.posts(id).map(({ text }) => text),
});
// YouTube takes no brackets, and the check says so.
const writable = cases.filter(({ name }) => !name.includes('whatever characters'));

it.each(writable)('$name', { timeout: 30_000 }, async ({ run }) => {
  await expect(run()).resolves.toBeUndefined();
});
