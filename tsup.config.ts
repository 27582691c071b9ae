import type { Plugin } from 'esbuild';
import { globSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { readPackages } from './scripts/packages.ts';

// What is built mirrors the sources, file by file: a bundler then drops the files that nobody asked
// for, which it cannot do inside one file, and a stack trace names the room it comes from.
const fileByFile: Plugin = {
  name: 'file-by-file',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.+\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.ts$/, '.js'), external: true },
    );
  },
};

export default defineConfig(
  readPackages().map(({ directory, manifest, entries }) => ({
    name: manifest.name,
    entry: globSync(`${directory}/src/**/*.ts`),
    outDir: `${directory}/dist`,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // Types are read by people and by compilers, entry by entry.
    dts: { entry: entries },
    sourcemap: true,
    clean: true,
    splitting: false,
    // Some modules, such as node:sqlite, exist under this name only.
    removeNodeProtocol: false,
    skipNodeModulesBundle: true,
    external: [/^@affiche\//],
    // Its many small packages become one internal module: users install nothing more.
    noExternal: [/^@stdlib\//, 'debug'],
    esbuildPlugins: [fileByFile],
    esbuildOptions(options) {
      options.outbase = `${directory}/src`;
      options.alias = { debug: `${import.meta.dirname}/scripts/quiet-debug.cjs` };
    },
  })),
);
