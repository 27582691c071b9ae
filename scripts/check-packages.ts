import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readPackages } from './packages.ts';

// Checks what users will install: every package is well formed, and every entry stays light.
// The weight is that of our own code, minified and gzipped, without its dependencies.
const kilobyte = 1024;
const usualBudget = 20 * kilobyte;
const budgets: Readonly<Record<string, number>> = {
  '@affiche/kpi/index': 15 * kilobyte,
  '@affiche/kpi/attribution/index': 8 * kilobyte,
  '@affiche/kpi/stats/index': 60 * kilobyte,
  // The runner with its outbox, and a network to prove others against.
  '@affiche/publish/index': 28 * kilobyte,
  '@affiche/publish/conformance': 28 * kilobyte,
  // Over a hundred rules, each with its words in two languages.
  '@affiche/strategy/index': 40 * kilobyte,
  // Two whole servers.
  '@affiche/sandbox/index': 40 * kilobyte,
  '@affiche/sandbox/main': 40 * kilobyte,
  // With the style sheet and every word of two languages.
  '@affiche/report/index': 40 * kilobyte,
};
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
    const entry = `${manifest.name}/${name}`;
    const bytes = gzipSync(outputFiles[0]?.contents ?? '').length;
    const budget = budgets[entry] ?? usualBudget;
    console.log(entry.padEnd(40), `${bytes} B`.padStart(8), `of ${budget} B`.padStart(12));
    if (bytes > budget) problems.push(`${entry} weighs ${bytes} B, over ${budget} B`);
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
