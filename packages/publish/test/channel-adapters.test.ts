import { simulatedClock } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import { platformConformance } from '@affiche/publish/conformance';
import { telegramSandbox } from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';

// Where a process may die and what a network may do, on networks where a person must look: nothing
// is ever there twice.
const clock = simulatedClock({ start, automatic: true });
const servers = { telegram: await telegramSandbox({ clock }) };
afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
});

const adapters = { telegram: telegram() };

describe.each(['telegram'] as const)('%s', (name) => {
  const server = servers[name];
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const cases = platformConformance(adapters[name], {
    account: { platform: name, id, host: server.host },
    credentials,
    clock,
    texts: async () => server.posts(id).map(({ text }) => text),
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
