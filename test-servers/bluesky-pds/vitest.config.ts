import { defineConfig } from 'vitest/config';

// Tests that need the real server; `npm run test:pds` runs them.
export default defineConfig({
  ssr: { resolve: { conditions: ['@affiche/source'] } },
  test: {
    include: ['test-servers/bluesky-pds/*.test.ts'],
    globalSetup: 'test-servers/bluesky-pds/install.ts',
    // Each file starts a server of its own, which wants 300 MB and most of a core.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
