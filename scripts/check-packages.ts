import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readPackages } from './packages.ts';

// Checks what users will install: every package is well formed, and every entry stays light.
// The weight is that of our own code, minified and gzipped, without its dependencies.
const kilobyte = 1024;
const usualBudget = 20 * kilobyte;
const budgets: Readonly<Record<string, number>> = {
  '@affiche/kpi/attribution/index': 8 * kilobyte,
  '@affiche/kpi/stats/index': 60 * kilobyte,
  // Posts, films, reels, stories and comments, each with its own way out and its own way to look.
  '@affiche/platforms/facebook/index': 24 * kilobyte,
  // Two logins, four kinds of posts, and conversations in public and in private.
  '@affiche/platforms/instagram/index': 24 * kilobyte,
  // Six kilobytes of it count as X does, on any text: its emoji, and a thousand names of domains.
  '@affiche/platforms/x/index': 22 * kilobyte,
  // The runner with its outbox, which keeps money, precedence and calendar days in its transactions,
  // and which no vault, adapter or server that misbehaves may stop; plans that know what others will
  // say, spend and take, and whose an account is; logs that withhold from a client what is another's;
  // stops that name what is under way; options that are refused where they would limit nothing, and files
  // outside of the working folder; and networks and histories to prove others against: all three hold the
  // runner.
  '@affiche/publish/index': 37 * kilobyte,
  // And a case for each thing that a manifest says no to, in the place of those that need it, and for
  // each way in which an outbox of somebody else was seen to fail unnoticed.
  '@affiche/publish/conformance': 46 * kilobyte,
  '@affiche/publish/simulation': 30 * kilobyte,
  // An outbox whole, what gathers the works of many, and the way from the tables of three earlier formats.
  '@affiche/publish/postgres': 21 * kilobyte,
  // With the style sheet and every word of two languages.
  '@affiche/report/index': 40 * kilobyte,
  // Fifteen whole servers and more.
  '@affiche/sandbox/index': 160 * kilobyte,
  '@affiche/sandbox/main': 160 * kilobyte,
  // Every command, each loaded when it is called, with what it says to whoever wrote a file wrongly:
  // a column, an option of a network, a configuration, the name of an account.
  'affiche/index': 34 * kilobyte,
  'affiche/main': 34 * kilobyte,
  // Over a hundred rules, each with its words in two languages.
  '@affiche/strategy/index': 40 * kilobyte,
};
// What one import weighs in a bundle that leaves out the rest.
const imports: readonly (readonly [entry: string, name: string, budget: number])[] = [
  ['@affiche/kpi/index', 'evaluate', 15 * kilobyte],
  ['@affiche/links/index', 'buildUtmLink', 6 * kilobyte],
  ['@affiche/schedule/index', 'fitPostingTimes', 20 * kilobyte],
  ['@affiche/schedule/index', 'planCalendar', 20 * kilobyte],
  ['@affiche/strategy/index', 'defineStrategy', 20 * kilobyte],
];

const problems: string[] = [];
const files = new Map<string, string>();

for (const { directory, manifest, entries } of readPackages()) {
  const { messages, pkg } = await publint({ pkgDir: directory, pack: 'npm', strict: true });
  for (const message of messages) problems.push(`${manifest.name}: ${formatMessage(message, pkg)}`);

  for (const name of Object.keys(entries)) {
    const entry = `${manifest.name}/${name}`;
    const file = `./${directory}/dist/${name}.js`;
    files.set(entry, file);
    weigh(entry, await bytesOf({ entryPoints: [file] }), budgets[entry] ?? usualBudget);
  }
}

for (const [entry, name, budget] of imports) {
  const contents = `export { ${name} } from '${files.get(entry)}';`;
  weigh(`${entry} ${name}`, await bytesOf({ stdin: { contents, resolveDir: '.' } }), budget);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function bytesOf(input: Pick<BuildOptions, 'entryPoints' | 'stdin'>): Promise<number> {
  const { outputFiles } = await build({
    ...input,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    minify: true,
    write: false,
    // Bare imports of shared chunks are noise: every package is free of side effects.
    logLevel: 'error',
  });
  return gzipSync(outputFiles?.[0]?.contents ?? '').length;
}

function weigh(what: string, bytes: number, budget: number): void {
  console.log(what.padEnd(44), `${bytes} B`.padStart(8), `of ${budget} B`.padStart(12));
  if (bytes > budget) problems.push(`${what} weighs ${bytes} B, over ${budget} B`);
}
