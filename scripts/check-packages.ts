import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readPackages } from './packages.ts';

// Checks what users will install: every package is well formed, and every entry stays light.
// The weight is that of our own code, minified and gzipped, without its dependencies.
const budget = 8 * 1024;
const problems: string[] = [];

for (const { directory, manifest, entries } of readPackages()) {
  const { messages, pkg } = await publint({ pkgDir: directory, pack: 'npm', strict: true });
  for (const message of messages) problems.push(`${manifest.name}: ${formatMessage(message, pkg)}`);

  for (const name of Object.keys(entries)) {
    const { outputFiles } = await build({
      entryPoints: [`${directory}/dist/${name}.js`],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      minify: true,
      write: false,
    });
    const bytes = gzipSync(outputFiles[0]!.contents).length;
    console.log(`${manifest.name}/${name}`.padEnd(32), `${bytes} B`.padStart(8));
    if (bytes > budget)
      problems.push(`${manifest.name}/${name} weighs ${bytes} B, over ${budget} B`);
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
