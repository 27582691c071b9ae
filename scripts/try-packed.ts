import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Package, readPackages } from './packages.ts';

// Installs every package alone, as packed, into an empty project; imports all its entries in every
// runtime that is named, and compiles them under both ways of resolving modules. Build first.
//
//   npm run try-packed -- --runtime node --runtime /opt/node26/bin/node --runtime "bun run"

const repository = resolve(import.meta.dirname, '..');
const workplace = mkdtempSync(join(tmpdir(), 'packed-'));
const runtimes = process.argv.filter((_word, index, words) => words[index - 1] === '--runtime');
if (runtimes.length === 0) runtimes.push(process.execPath);
const packages = readPackages();
// Their optional peers are not installed with them.
const needsPeer: ReadonlySet<string> = new Set([
  '@affiche/publish/postgres',
  '@affiche/report/png',
]);

try {
  const tarballs = pack();
  for (const each of packages) tryAlone(each, tarballs);
} finally {
  rmSync(workplace, { recursive: true });
}

/** From the name of a package to its tarball. */
function pack(): Readonly<Record<string, string>> {
  const all = packages.flatMap(({ manifest }) => ['--workspace', manifest.name]);
  const answer = run(
    'npm',
    ['pack', '--json', '--pack-destination', workplace, ...all],
    repository,
  );
  const packed = JSON.parse(answer) as { name: string; filename: string }[];
  return Object.fromEntries(
    packed.map(({ name, filename }) => [name, `file:${workplace}/${filename}`]),
  );
}

function tryAlone(
  { manifest, entries }: Package,
  tarballs: Readonly<Record<string, string>>,
): void {
  const project = `${workplace}/${manifest.name.replace('/', '-')}`;
  mkdirSync(project);
  const others = Object.entries(tarballs).filter(([name]) => name !== manifest.name);
  const write = (name: string, value: unknown) =>
    writeFileSync(`${project}/${name}`, typeof value === 'string' ? value : JSON.stringify(value));
  write('package.json', {
    private: true,
    type: 'module',
    dependencies: { [manifest.name]: tarballs[manifest.name] },
    // Until they are published, the packages it stands on are packed as well.
    overrides: Object.fromEntries(others),
  });
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], project);

  // A command is run, not imported; what needs an optional peer is tried where that is installed.
  const names = Object.keys(entries).filter((name) => !commands(manifest).includes(name));
  const specifiers = names.map((name) => `${manifest.name}${pathOf(name)}`);
  const free = specifiers.filter((specifier) => !needsPeer.has(specifier));
  write('import.mjs', free.map((each) => `await import('${each}');`).join('\n'));
  for (const runtime of runtimes) {
    const [program = '', ...words] = runtime.split(' ');
    run(program, [...words, 'import.mjs'], project);
  }
  write('types.ts', free.map((each, index) => `export * as m${index} from '${each}';`).join('\n'));
  for (const [moduleResolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ]) {
    write('tsconfig.json', {
      compilerOptions: {
        module,
        moduleResolution,
        target: 'es2024',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
      },
      files: ['types.ts'],
    });
    run(`${repository}/node_modules/.bin/tsc`, ['-p', '.'], project);
  }
  console.log(
    `${manifest.name}: ${free.length} entries in ${runtimes.length} runtimes, types twice`,
  );
}

function commands({ bin = {} }: Package['manifest']): string[] {
  return Object.values(bin).map((file) => file.replace(/^\.\/dist\/|\.js$/g, ''));
}

/** `mastodon/index` is imported as `/mastodon`. */
function pathOf(entry: string): string {
  const path = entry.replace(/\/?index$/, '');
  return path === '' ? '' : `/${path}`;
}

function run(program: string, words: readonly string[], cwd: string): string {
  return execFileSync(program, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
