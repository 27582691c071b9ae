import { inject } from 'vitest';
import { testBlueskyPublishing } from '../../packages/sandbox/test/bluesky-publishing.ts';

testBlueskyPublishing('a real server', async () => ({ url: inject('pdsUrl') }));
