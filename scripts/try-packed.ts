import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { readExamples } from './doc-examples.ts';
import { type Package, readPackages } from './packages.ts';

// Installs every package alone, as packed, into an empty project. There it imports all its entries,
// runs the examples of its README and starts its commands, in every runtime that is named; and it
// compiles the entries under both ways of resolving modules. Build first.
//
//   npm run try-packed -- --runtime node --runtime /opt/node26/bin/node --runtime "bun run"

const repository = resolve(import.meta.dirname, '..');
const workplace = mkdtempSync(join(tmpdir(), 'packed-'));
const runtimes = process.argv.filter((_word, index, words) => words[index - 1] === '--runtime');
if (runtimes.length === 0) runtimes.push(process.execPath);
const packages = readPackages();
// Their optional peers are installed after everything else was tried without.
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
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
  run('npm', install, project);

  // A command is started, not imported.
  const names = Object.keys(entries).filter((name) => !commands(manifest).includes(name));
  const specifiers = names.map((name) => `${manifest.name}${pathOf(name)}`);
  const free = specifiers.filter((specifier) => !needsPeer.has(specifier));
  write('import.mjs', imports(free));
  write('readme.mjs', readmeOf(manifest.name, project));
  for (const runtime of runtimes) {
    start(runtime, ['import.mjs'], project);
    start(runtime, ['readme.mjs'], project);
    for (const [name, file] of Object.entries(manifest.bin ?? {})) {
      const said = start(runtime, [`node_modules/${manifest.name}/${file}`, '--help'], project);
      if (!said.startsWith(`Usage: ${name}`)) throw new Error(`${runtime} ${file} says ${said}`);
    }
  }
  compile(free);

  const peers = Object.keys(manifest.peerDependencies ?? {});
  const rest = specifiers.filter((specifier) => needsPeer.has(specifier));
  if (rest.length > 0) {
    run('npm', [...install, ...peers], project);
    write('import.mjs', imports(rest));
    for (const runtime of runtimes) start(runtime, ['import.mjs'], project);
    compile(rest);
  }
  console.log(
    `${manifest.name}: ${specifiers.length} entries in ${runtimes.length} runtimes, types twice`,
  );

  function compile(entryPoints: readonly string[]): void {
    write(
      'types.ts',
      entryPoints.map((each, index) => `export * as m${index} from '${each}';`).join('\n'),
    );
    for (const [moduleResolution, module] of [
      ['nodenext', 'nodenext'],
      ['bundler', 'esnext'],
    ]) {
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2024',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
      };
      write('tsconfig.json', { compilerOptions, files: ['types.ts'] });
      run(`${repository}/node_modules/.bin/tsc`, ['-p', '.'], project);
    }
  }
}

function imports(specifiers: readonly string[]): string {
  return specifiers.map((each) => `await import('${each}');`).join('\n');
}

/** The first example of a packed README that can be run, as a program. */
function readmeOf(name: string, project: string): string {
  const text = readFileSync(`${project}/node_modules/${name}/README.md`, 'utf8');
  const example = readExamples(text).find(({ isRun }) => isRun);
  const expectation = `import { deepStrictEqual } from 'node:assert';
    const expect = (value) => ({ toEqual: (other) => deepStrictEqual(value, other) });`;
  // For the oldest runtime that we promise to work in.
  const { code } = transformSync(example?.code ?? '', { loader: 'ts', target: 'node22' });
  return `${expectation}\n${code}`;
}

function start(runtime: string, words: readonly string[], cwd: string): string {
  const [program = '', ...before] = runtime.split(' ');
  return run(program, [...before, ...words], cwd);
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
