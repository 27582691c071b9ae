import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { redact, simulatedClock } from '@affiche/core';
import {
  createPublisher,
  environmentVariable,
  environmentVault,
  fileVault,
  publishChannel,
  sqliteOutbox,
  storeCredentials,
} from '@affiche/publish';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publication, start } from './bench.ts';
import { echoingPlatform, echoServer, type Leak } from './echoing-platform.ts';

const account = { platform: 'echo', id: 'bakery' };
const key = 'sesame-vault-passphrase';
// Nothing in these gives them away: only who knows them can find them.
const secrets = {
  token: 'sesame/one+two=',
  password: 'sesame "päss\\wörd" & <more> 100%',
  clientSecret: 'sesame-plain-words',
};
const values = Object.values(secrets);
const spellings = [
  'sesame',
  ...values.flatMap((value) => [
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    Buffer.from(value).toString('base64url'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]),
];

/** The same secrets, as a shell would hand them over. */
const fromEnvironment = () =>
  environmentVault({
    environment: Object.fromEntries(
      Object.entries(secrets).map(([name, value]) => [environmentVariable(account, name), value]),
    ),
  });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function expectClean(text: string): void {
  for (const spelling of spellings) expect(text).not.toContain(spelling);
}

describe('a secret that a server repeats in every answer', () => {
  it.each<[Leak, 'a file' | 'the environment']>([
    ['rejects', 'a file'],
    ['rejects-for-login', 'a file'],
    ['rejects-for-login', 'the environment'],
    ['is-unsure', 'a file'],
    ['cannot-tell', 'a file'],
    ['throws', 'a file'],
    ['throws-nested', 'the environment'],
    ['is-done', 'a file'],
  ])('is nowhere afterwards, when the adapter %s and it came from %s', async (leak, origin) => {
    const isFile = origin === 'a file';
    await using server = await echoServer(values);
    const clock = simulatedClock({ start, automatic: true });
    const vault = isFile ? fileVault(join(folder, 'credentials.json'), { key }) : fromEnvironment();
    if (isFile) await storeCredentials(vault, account, secrets);
    const publisher = createPublisher({
      platforms: [echoingPlatform(server.url, leak)],
      outbox: sqliteOutbox(join(folder, 'outbox.db')),
      vault,
      clock,
      maxTries: 3,
    });
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockReturnValue(),
    );
    const events: unknown[] = [];
    const errors: unknown[] = [];
    const hear = (event: unknown) => void events.push(event);
    const keep = (error: unknown) => void errors.push(error);
    subscribe(publishChannel, hear);
    try {
      const plan = await publisher.plan([
        publication('a', { account }),
        publication('b', { account }),
      ]);
      await publisher.apply(plan, { approvedBy: 'client' });
      // A publication that nobody can tell about is looked for again and again.
      const until = '2027-01-04T08:01:20Z';
      await publisher.run({ until, onProgress: (each) => void events.push(each) }).catch(keep);
      const readings = await publisher.collect({ since: start }).catch(keep);
      const texts = [
        ['plan', plan],
        ['events', events],
        ['errors', errors],
        ['log', await publisher.history()],
        ['status', await publisher.status()],
        ['explanation', await publisher.explain('a')],
        ['readings', readings],
        ['printed', printed.map(({ mock }) => mock.calls)],
      ] as const;
      for (const [name, each] of texts) {
        expectClean(
          `${name}: ${inspect(each, { depth: 30, showHidden: true, maxStringLength: null })}`,
        );
        expectClean(`${name}: ${JSON.stringify(each)}`);
      }
      expect(inspect(texts, { depth: 30 })).toContain('[redacted]');
    } finally {
      unsubscribe(publishChannel, hear);
      await publisher.close();
    }
    const files = readdirSync(folder);
    expect(files).toEqual(
      expect.arrayContaining(isFile ? ['credentials.json', 'outbox.db'] : ['outbox.db']),
    );
    for (const file of files) expectClean(`${file}: ${readFileSync(join(folder, file), 'latin1')}`);
    for (const value of values) {
      expect(server.heard.join('')).toContain(JSON.stringify(JSON.stringify(value)).slice(1, -1));
    }
    expect((await vault.read(account))?.credentials).toEqual(secrets);
  });
});

describe('what lies in the repository for tests', () => {
  // A signature needs a key, and those files say that theirs are made up; a published description of
  // an interface has names of fields and no values.
  const files = globSync('packages/*/test/**/*.{json,jsonl,txt,csv,xml,yaml,har}').filter(
    (file) => !/node_modules|signature-vectors\.json$|\/specs\//.test(file),
  );

  it('holds nothing that looks like a secret', () => {
    expect(files.length).toBeGreaterThan(3);
    const suspicious = files.flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      // Recordings say `"<token>"` where there was one.
      const found = lines.filter((line) => redact(line) !== line && !/"<[\w-]+>"/.test(line));
      return found.length > 0 ? [file] : [];
    });
    expect(suspicious).toEqual([]);
  });
});
