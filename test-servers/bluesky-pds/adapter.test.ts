import { afterAll, beforeAll } from 'vitest';
import { testBlueskyPublishing } from '../../packages/sandbox/test/bluesky-publishing.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

testBlueskyPublishing('a real server', async () => server);
