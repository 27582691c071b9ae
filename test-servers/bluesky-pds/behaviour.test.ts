import { blueskySandbox } from '@affiche/sandbox';
import { expect, inject, it } from 'vitest';
import { transcriptOf } from '../../packages/sandbox/test/personal-data-server/transcript.ts';

it('the sandbox answers every question as the real server does', async () => {
  await using sandbox = await blueskySandbox();
  const real = await transcriptOf(inject('pdsUrl'));
  const ours = await transcriptOf(sandbox.url);
  expect(real.length).toBeGreaterThan(200);
  expect(ours).toEqual(real);
});
