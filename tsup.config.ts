import type { BuildOptions, Plugin } from 'esbuild';
import { globSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
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

const packages = readPackages();
const shared = {
  format: 'esm',
  platform: 'node',
  target: 'node22',
  sourcemap: true,
  // Some modules, such as node:sqlite, exist under this name only.
  removeNodeProtocol: false,
  skipNodeModulesBundle: true,
  external: [/^@affiche\//],
  // Its many small packages become one internal module: users install nothing more.
  noExternal: [/^@stdlib\//, 'debug'],
} satisfies Options;

export default defineConfig([
  ...packages.map(({ directory, manifest, entries }) => ({
    ...shared,
    name: manifest.name,
    entry: globSync(`${directory}/src/**/*.ts`),
    outDir: `${directory}/dist`,
    // Types are read by people and by compilers, entry by entry.
    dts: { entry: entries },
    clean: ['!node/**'],
    splitting: false,
    esbuildPlugins: [fileByFile],
    esbuildOptions: (options: BuildOptions) => settle(options, directory),
  })),
  // A server is not bundled, and Node takes its time to find and to open each of five hundred files.
  // There an entry is one file, and what several entries share another.
  ...packages.map(({ directory, manifest, entries }) => ({
    ...shared,
    name: `${manifest.name} (node)`,
    entry: entries,
    outDir: `${directory}/dist/node`,
    clean: true,
    splitting: true,
    esbuildOptions: (options: BuildOptions) => settle(options, directory),
  })),
]);

function settle(options: BuildOptions, directory: string): void {
  options.outbase = `${directory}/src`;
  options.alias = { debug: `${import.meta.dirname}/scripts/quiet-debug.cjs` };
}
