import { defineConfig } from 'vitest/config';

// Tests that need the real server; `npm run test:pds` runs them.
export default defineConfig({
  ssr: { resolve: { conditions: ['@affiche/source'] } },
  test: {
    include: ['test-servers/bluesky-pds/*.test.ts'],
    globalSetup: 'test-servers/bluesky-pds/global-setup.ts',
    testTimeout: 120_000,
  },
});
