import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seededRandom } from '@affiche/core';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The main job, as a user starts it: a process of its own, real files, real HTTP on loopback.
const example = 'examples/complete-workflow';
// `KILLS=50 npm test -- complete-workflow` tries harder.
const kills = Number(process.env['KILLS'] ?? 3);

let folder = '';
// The same program in one file: finding and reading its thousand takes longer than most of what is tried.
let whole = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'affiche-workflow-'));
  whole = join(folder, 'main.mjs');
  await build({
    entryPoints: [`${example}/main.ts`],
    outfile: whole,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@affiche/source'],
    define: { 'import.meta.dirname': JSON.stringify(resolve(example)) },
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(output: string, options: readonly string[] = [], environment = {}): ChildProcess {
  return spawn(process.execPath, [whole, '--output', output, ...options], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** One run that nobody disturbs, of the files as they are: what the others are compared with. */
function calmRun(): ReturnType<typeof finish> {
  calm ??= finish(
    spawn(
      process.execPath,
      ['--conditions=@affiche/source', `${example}/main.ts`, '--output', join(folder, 'calm')],
      { env: { ...process.env, TZ: 'America/New_York' }, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  );
  return calm;
}
let calm: ReturnType<typeof finish> | undefined;

async function finish(child: ChildProcess) {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Waits until the job has said something. */
function said(child: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (pattern.test(text)) resolve();
    });
  });
}

/** Everything that is out, in the order in which it came out. */
async function published(output: string): Promise<{ bluesky: string[]; mastodon: string[] }> {
  await using bluesky = await blueskySandbox({
    seed: 'aubepine bsky.social',
    file: `${output}/state/bsky.social.db`,
  });
  await using mastodon = await mastodonSandbox({
    seed: 'aubepine mastodon.social',
    file: `${output}/state/mastodon.social.db`,
  });
  const shop = bluesky.createAccount({ handle: 'aubepine.bsky.social' });
  const blog = mastodon.createAccount({ handle: 'aubepine' });
  return {
    bluesky: bluesky.posts(shop.id).map(({ text }) => text),
    mastodon: mastodon.posts(blog.id).map(({ text }) => text),
  };
}

const digest = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

describe('the main job', () => {
  it(
    'gives the same bytes in every time zone, and says what the README shows',
    { timeout: 120_000 },
    async () => {
      const elsewhere = start(join(folder, 'elsewhere'), [], { TZ: 'Asia/Kolkata' });
      const results = await Promise.all(
        Object.entries({ calm: calmRun(), elsewhere: finish(elsewhere) }).map(async ([at, run]) => {
          const output = join(folder, at);
          const { code, stdout, stderr } = await run;
          expect(stderr).toBe('');
          expect(code).toBe(0);
          // All but the last line, which names the folder.
          const told = stdout.trimEnd().split('\n').slice(0, -1).join('\n');
          expect(await readFile('README.md', 'utf8')).toContain(told);
          const files = [
            await digest(`${output}/report.html`),
            await digest(`${output}/calendar.ics`),
          ];
          return JSON.stringify([files, await published(output)]);
        }),
      );
      expect(new Set(results).size).toBe(1);
    },
  );

  it(
    'speaks of several things every week, although ideas are written by pillar',
    { timeout: 60_000 },
    async () => {
      await calmRun();
      const calendar = await readFile(join(folder, 'calm', 'calendar.ics'), 'utf8');
      const events = [...calendar.matchAll(/DTSTART;TZID=[^:]*:(\d{8})[^]*?CATEGORIES:(\S+)/g)];
      const weeks = Map.groupBy(events, ([, date = '']) => {
        const day = date.replace(/(....)(..)(..)/, '$1-$2-$3');
        return Math.floor((Date.parse(day) - Date.parse('2027-01-04')) / (7 * 86_400_000));
      });
      expect(weeks.size).toBe(12);
      for (const own of weeks.values()) {
        expect(new Set(own.map(([, , pillar]) => pillar)).size).toBeGreaterThan(2);
      }
    },
  );

  it(
    `loses and doubles nothing when it is killed ${kills} times`,
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      await calmRun();
      const output = join(folder, 'killed');
      const random = seededRandom('kills');
      let midway = 0;
      for (let killed = 0; killed < kills;) {
        const child = start(output, [], { TZ: 'UTC' });
        const ended = finish(child);
        // Before approval there is nothing to lose; from then on every moment counts.
        await Promise.race([ended, said(child, /approved|Going on/)]);
        const timer = setTimeout(() => child.kill('SIGKILL'), random() * 2500);
        const { code } = await ended;
        clearTimeout(timer);
        // It may have been done before its time came: then the next round starts anew.
        expect([null, 0]).toContain(code);
        if (code !== null) continue;
        killed += 1;
        const { length } = (await published(output)).bluesky;
        if (length > 0 && length < 60) midway += 1;
      }
      expect(midway).toBeGreaterThan(0);
      const { code, stdout, stderr } = await finish(start(output, [], { TZ: 'UTC' }));
      expect(stderr).toBe('');
      expect(stdout).toContain('120 of 120 posts are out.');
      expect(code).toBe(0);
      const expected = await published(join(folder, 'calm'));
      const actual = await published(output);
      expect(actual.bluesky.toSorted()).toEqual(expected.bluesky.toSorted());
      expect(actual.mastodon.toSorted()).toEqual(expected.mastodon.toSorted());
    },
  );
});

let files = 0;
/** Options that start the job with a changed strategy. */
async function inStrategy(change: (yaml: string) => string): Promise<string[]> {
  const file = join(folder, `strategy-${(files += 1)}.yaml`);
  await writeFile(file, change(await readFile(`${example}/strategy.yaml`, 'utf8')));
  return ['--strategy', file];
}

/** Options that start the job with one more idea. */
async function inIdeas(row: string): Promise<string[]> {
  const file = join(folder, `ideas-${(files += 1)}.csv`);
  await writeFile(file, `${await readFile(`${example}/ideas.csv`, 'utf8')}${row}\n`);
  return ['--ideas', file];
}

async function emptyIdeas(): Promise<string> {
  const file = join(folder, 'ideas-none.csv');
  const [headings] = (await readFile(`${example}/ideas.csv`, 'utf8')).split('\n');
  await writeFile(file, `${headings}\n`);
  return file;
}

describe('bad input', () => {
  const cases: [string, () => Promise<readonly string[]>, Record<string, string>, RegExp[]][] = [
    [
      'a missing strategy',
      async () => ['--strategy', 'nowhere.yaml'],
      {},
      [/nowhere\.yaml/, /does not exist/],
    ],
    [
      'a strategy that is no YAML',
      () => inStrategy((yaml) => `${yaml}\n  : [`),
      {},
      [/strategy-\d+\.yaml/, /line \d+/],
    ],
    [
      'a strategy that names a retired network',
      () => inStrategy((yaml) => yaml.replaceAll('platform: bluesky', 'platform: Google+')),
      {},
      [/Google\+/, /2019-04-02/],
    ],
    [
      'an idea without text',
      () => inIdeas('vide,quartier,bluesky,,,,,,,fr,,'),
      {},
      [/row \d+/, /vide/, /text/],
    ],
    [
      'a picture without a text alternative',
      () => inIdeas('muette,quartier,bluesky,Voici le four.,,,,four.png,,fr,,'),
      {},
      [/alt/],
    ],
    [
      'a wrong password',
      async () => [],
      { SANDBOX_PASSWORD: 'wrong-word-1' },
      [/aubepine/, /password/, /^(?!.*credentials\/refused.*credentials\/refused)/s],
    ],
    [
      'a picture that is not there',
      () => inIdeas('absente,quartier,bluesky,Voici le four.,,,,absent.png,Le four,fr,,'),
      {},
      [/absent\.png/, /does not exist/],
    ],
    [
      'a link that is none',
      () => inIdeas('casse,quartier,bluesky,Lisez ceci.,pas-un-lien,,,,,fr,,'),
      {},
      [/row \d+/, /link\.url/],
    ],
    ['an unknown option', async () => ['--strategie', 'x.yaml'], {}, [/--strategie/]],
    [
      'a file where the output should go',
      async () => ['--output', `${example}/main.ts`],
      {},
      [/main\.ts/, /not a folder/],
    ],
    ['no ideas at all', async () => ['--ideas', await emptyIdeas()], {}, [/no idea/]],
    [
      'a server that cannot be reached',
      async () => [
        '--live',
        ...(await inStrategy((yaml) =>
          yaml
            .replace('host: mastodon.social', 'host: 127.0.0.1:9')
            .replace(
              'platform: bluesky, id: aubepine.bsky.social',
              'platform: bluesky, host: 127.0.0.1:9, id: aubepine.bsky.social',
            ),
        )),
      ],
      {
        BLUESKY_IDENTIFIER: 'aubepine',
        BLUESKY_APP_PASSWORD: 'planted-secret-1',
        MASTODON_ACCESS_TOKEN: 'planted-secret-2',
      },
      [/127\.0\.0\.1:9/, /connection/],
    ],
  ];

  it.concurrent.each(cases)(
    '%s stops it before anything is published',
    { timeout: 30_000 },
    async (name, options, environment, expected) => {
      const output = join(folder, name);
      const { code, stdout, stderr } = await finish(start(output, await options(), environment));
      const said = stdout + stderr;
      for (const pattern of expected) expect(said).toMatch(pattern);
      expect(said).not.toMatch(/planted-secret|wrong-word|\n\s+at /);
      expect(code).toBe(1);
      expect(said).not.toMatch(/posts approved/);
    },
  );

  it('a full disk stops it, and says which file', { timeout: 30_000 }, async () => {
    // A limit on the size of files stands in for the disk: writes fail in the same places.
    const command = `ulimit -f 400; exec "${process.execPath}" ${whole} --output "${join(folder, 'full')}"`;
    const { code, stdout, stderr } = await finish(
      spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    expect(stderr).toMatch(/outbox\.db failed/);
    expect(stderr).toMatch(/disk/);
    expect(stdout).not.toMatch(/posts approved/);
    expect(code).toBe(1);
  });
});
