import { defineConfig } from 'tsup';
import { readPackages } from './scripts/packages.ts';

// One build for every package: what is built is what its `exports` and `bin` promise.
export default defineConfig(
  readPackages().map(({ directory, manifest, entries }) => ({
    name: manifest.name,
    entry: entries,
    outDir: `${directory}/dist`,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    dts: true,
    sourcemap: true,
    clean: true,
    // Some modules, such as node:sqlite, exist under this name only.
    removeNodeProtocol: false,
    skipNodeModulesBundle: true,
    external: [/^@affiche\//],
    // Its many small packages become one internal module: users install nothing more.
    noExternal: [/^@stdlib\//, 'debug'],
    esbuildOptions(options) {
      options.alias = { debug: `${import.meta.dirname}/scripts/quiet-debug.cjs` };
    },
  })),
);
