import { type AnyPlatform, simulatedClock, systemClock } from '@affiche/core';
import { discord } from '@affiche/platforms/discord';
import { telegram } from '@affiche/platforms/telegram';
import { wordpress } from '@affiche/platforms/wordpress';
import { discordSandbox, type Sandbox, telegramSandbox, wordpressSandbox } from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { adapterCases } from './adapter-cases.ts';
import { start } from './bench.ts';

// Where a process may die and what a network may do: where nobody can look, nothing is there twice,
// and a person is asked.
const clock = simulatedClock({ start, automatic: true });
const servers = [
  await telegramSandbox({ clock }),
  await discordSandbox({ clock }),
  await discordSandbox({ clock }),
  await wordpressSandbox({ clock }),
] as const;
afterAll(async () => {
  for (const server of servers) await server.close();
});

const bot = servers[2].createAccount({ handle: 'bakery' });
const { channel = '' } = await discord().facts(
  { platform: 'discord', id: bot.id, host: servers[2].host },
  {
    fetch,
    clock: systemClock(),
    credentials: bot.credentials,
    openMedia: async () => new Uint8Array(),
    observeRate: () => {},
  },
);

const stages: [string, AnyPlatform, Sandbox<unknown>, string?][] = [
  ['Telegram', telegram(), servers[0]],
  ['Discord, by a webhook', discord(), servers[1]],
  ['Discord, by a bot', discord({ as: 'bot' }), servers[2], channel],
  ['WordPress', wordpress(), servers[3]],
];

describe.each(stages)('%s', (_name, platform, server, place) => {
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const cases = adapterCases(platform, {
    account: { platform: platform.id, id: place ?? id, host: server.host },
    credentials,
    clock,
    texts: async () => server.posts(id).map(({ text }) => text),
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
