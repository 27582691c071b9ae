import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import './scripts/extract-examples.ts';

/** What starts processes and waits for them goes first, so that no core idles at the end. */
class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is no array
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ project }: TestSpecification): number {
  return project.name === 'repository' ? 0 : 1;
}

export default defineConfig(({ mode }) => ({
  // Tests read sources, so that nothing has to be built first; `--mode dist` reads what we publish.
  ssr: { resolve: { conditions: mode === 'dist' ? [] : ['@affiche/source'] } },
  test: {
    // One module graph for all files: twenty times faster; tests must leave no global state behind.
    isolate: false,
    // One more than cores: a third of the time a worker waits for a server, a process or a disk.
    maxWorkers: availableParallelism() + 1,
    // To catch what hangs, not what shares a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    sequence: { sequencer: ProcessesFirst },
    // Processes that tests start need not compile anew what the last one did.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/node_modules/.cache/compiled` },
    restoreMocks: true,
    unstubGlobals: true,
    coverage: {
      include: ['packages/*/src/**'],
      thresholds: { lines: 90 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/*/test/**/*.test.ts'],
          globalSetup: 'packages/publish/test/postgres-broker.ts',
        },
      },
      {
        extends: true,
        test: { name: 'docs', include: ['.examples/*.test.ts'] },
      },
      { extends: true, test: { name: 'repository', include: ['test/*.test.ts'] } },
      // Needs a browser on the machine: `npm run test:browser`.
      ...(mode === 'browser'
        ? [
            {
              extends: true as const,
              test: { name: 'browser', include: ['{packages,examples}/*/browser/*.test.ts'] },
            },
          ]
        : []),
    ],
  },
}));
