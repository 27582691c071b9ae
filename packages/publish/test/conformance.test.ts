import { simulatedClock } from '@affiche/core';
import { sqliteOutbox } from '@affiche/publish';
import {
  modelNetwork,
  modelPlatform,
  type ModelRecognition,
  outboxConformance,
  platformConformance,
} from '@affiche/publish/conformance';
import { describe, expect, it } from 'vitest';
import { start } from './bench.ts';

describe('an outbox on SQLite', () => {
  const cases = outboxConformance((options) => sqliteOutbox(':memory:').open(options));
  it.each(cases)('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

const recognitions: ModelRecognition[] = ['client-key', 'handle', 'evidence', 'lookup', 'none'];

describe.each(recognitions)('a model platform with %s', (recognition) => {
  const clock = simulatedClock({ start, automatic: true });
  const network = modelNetwork({ clock, recognition, login: true });
  const cases = platformConformance(modelPlatform(network), {
    account: { platform: 'model', id: 'bakery' },
    credentials: { password: 'open sesame' },
    clock,
    fetch: network.fetch,
    texts: async () => network.posts.map(({ text }) => text),
    expireTokens: () => network.expireTokens(),
  });
  it.each(cases)('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
