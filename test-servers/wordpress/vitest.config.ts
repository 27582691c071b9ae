import { defineConfig } from 'vitest/config';

// Tests that need a real WordPress; `npm run test:wordpress` runs them.
export default defineConfig({
  ssr: { resolve: { conditions: ['@affiche/source'] } },
  test: {
    include: ['test-servers/wordpress/*.test.ts'],
    globalSetup: 'test-servers/wordpress/server.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
