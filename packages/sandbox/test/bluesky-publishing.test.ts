import { blueskySandbox, type BlueskySettings, type Sandbox } from '@affiche/sandbox';
import { afterAll } from 'vitest';
import { testBlueskyPublishing } from './bluesky-publishing.ts';

const started: Sandbox<BlueskySettings>[] = [];
afterAll(() => Promise.all(started.map((server) => server.close())));

testBlueskyPublishing('the sandbox', async () => {
  const server = await blueskySandbox();
  started.push(server);
  return server;
});
