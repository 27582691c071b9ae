import { blueskySandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { raceOn } from '../../packages/sandbox/test/personal-data-server/races.ts';
import { transcriptOf } from '../../packages/sandbox/test/personal-data-server/transcript.ts';
import { startServer } from './server.ts';

it('the sandbox answers every question as the real server does', async () => {
  await using server = await startServer();
  await using sandbox = await blueskySandbox();
  const real = await transcriptOf(server.url);
  const ours = await transcriptOf(sandbox.url);
  expect(real.length).toBeGreaterThan(200);
  expect(ours).toEqual(real);
});

it('the sandbox decides races as the real server does', async () => {
  await using server = await startServer();
  await using sandbox = await blueskySandbox();
  expect(await raceOn(sandbox.url)).toEqual(await raceOn(server.url));
});
