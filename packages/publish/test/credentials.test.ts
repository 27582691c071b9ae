import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyPlatform } from '@affiche/core';
import { createPublisher, fileVault, memoryVault, storeCredentials } from '@affiche/publish';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, approve, bench, publication } from './bench.ts';

const key = 'a passphrase for tests only';

describe('12: credentials', () => {
  it('are refreshed once, however many posts and publishers find them expired', async () => {
    const many = Array.from({ length: 6 }, (_, index) => publication(`p${index}`));
    const crowded = { concurrency: 8, perAccount: 8 };
    const { publisher, open, network } = bench({ login: true }, {}, crowded);
    await approve(publisher, many);
    await Promise.all([open({ worker: 'w1' }).run(), open({ worker: 'w2' }).run()]);
    expect(network.logins()).toBe(1);
    expect(network.posts).toHaveLength(6);
  });

  it('stop their account when they no longer open it, and lose nothing', async () => {
    const vault = memoryVault({ 'model:bakery': { password: 'wrong password' } });
    const { publisher, network } = bench({ login: true }, {}, { vault });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const { pauses, counts } = await publisher.status();
    expect(pauses).toMatchObject([{ scope: 'account:model:bakery' }]);
    expect(counts.planned).toBe(1);
    await storeCredentials(vault, account, { password: 'open sesame' });
    await publisher.resume('account:model:bakery', { by: 'Ana' });
    await publisher.run();
    expect(network.posts).toHaveLength(1);
  });

  it('stop their account when they no longer open it while a post is in doubt', async () => {
    const vault = memoryVault({ 'model:bakery': { password: 'open sesame' } });
    const { publisher, network } = bench({ login: true, recognition: 'client-key' }, {}, { vault });
    await approve(publisher, [publication('a')]);
    network.faults.push('none', 'cut-after');
    await publisher.run({ until: '2027-01-04T08:01:05Z' });
    network.expireTokens();
    await storeCredentials(vault, account, { password: 'wrong password' });
    await publisher.run({ until: '2027-01-04T08:30:00Z' });
    expect((await publisher.status()).pauses).toMatchObject([{ scope: 'account:model:bakery' }]);
    expect(network.requests()).toBe(3);
    // Nobody can settle it now, and nobody waits for a person.
    expect(await publisher.recover()).toMatchObject([{ state: 'publishing' }]);
    await storeCredentials(vault, account, { password: 'open sesame' });
    await publisher.resume('account:model:bakery', { by: 'Ana' });
    await publisher.run();
    expect((await publisher.status()).counts.published).toBe(1);
    expect(network.posts).toHaveLength(1);
  });

  it('use up no token that is good once while what comes of it cannot be kept', async () => {
    const vault = memoryVault({ 'model:bakery': { password: 'open sesame' } });
    let isFull = true;
    const write: typeof vault.write = async (...given) => {
      if (isFull) throw new Error('the disk is full');
      return vault.write(...given);
    };
    const full = { ...vault, write };
    const { publisher, network } = bench({ login: true }, {}, { vault: full });
    await approve(publisher, [publication('a')]);
    await publisher.run({ until: '2027-01-04T08:05:00Z' });
    expect(network.logins()).toBe(0);
    isFull = false;
    await publisher.run();
    expect(network.logins()).toBe(1);
    expect(network.posts).toHaveLength(1);
  });

  it('are missed at the plan, before anything is due', async () => {
    const { publisher } = bench({ login: true }, {}, { vault: memoryVault() });
    const plan = await publisher.plan([publication('a')]);
    expect(plan.changes[0]?.findings.map(({ rule }) => rule)).toEqual([
      'publish/credentials/missing',
    ]);
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-has-errors',
    });
  });

  it('never appear in the log, in events, in a status or in an explanation', async () => {
    const { adapter, open } = bench({ login: true });
    const leaky: AnyPlatform = {
      ...adapter,
      async run(...call) {
        const { token, password } = call[3].credentials;
        const result = await adapter.run(...call);
        const message = `refused ${token} ${password}`;
        return result.status === 'done'
          ? { status: 'rejected', failure: { kind: 'invalid', message } }
          : result;
      },
    };
    const publisher = open({ platforms: [leaky] });
    const events: unknown[] = [];
    await approve(publisher, [publication('a')]);
    await publisher.run({ onProgress: (progress) => events.push(progress) });
    const everything = JSON.stringify([
      events,
      await publisher.history(),
      await publisher.status(),
      await publisher.explain('a'),
    ]);
    expect(everything).toContain('refused [redacted] [redacted]');
    expect(everything).not.toContain('open sesame');
    expect(everything).not.toContain('token-1');
  });
});

describe('a vault in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vault-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps secrets encrypted, and opens for who has the key', async () => {
    const path = join(folder, 'credentials.json');
    await storeCredentials(fileVault(path, { key }), account, { token: 'plain to see' });
    expect(readFileSync(path, 'utf8')).not.toContain('plain to see');
    const stored = await fileVault(path, { key }).read(account);
    expect(stored?.credentials).toEqual({ token: 'plain to see' });
    await expect(
      fileVault(path, { key: 'another passphrase' }).read(account),
    ).rejects.toMatchObject({ code: 'vault-not-opened' });
  });

  it('lets one of several writers win, and tells the others', async () => {
    const path = join(folder, 'credentials.json');
    const vaults = Array.from({ length: 5 }, () => fileVault(path, { key }));
    const writes = await Promise.all(
      vaults.map((vault, index) =>
        vault.write(account, { token: `t${index}` }, { expected: undefined }),
      ),
    );
    expect(writes.filter(Boolean)).toHaveLength(1);
  });

  it('never lets an empty value take the place of a token', async () => {
    const vault = fileVault(join(folder, 'credentials.json'), { key });
    await storeCredentials(vault, account, { access: 'a', refresh: 'r' });
    await storeCredentials(vault, account, { access: 'b', refresh: '' });
    expect((await vault.read(account))?.credentials).toEqual({ access: 'b', refresh: 'r' });
  });

  it('says what is missing when there is no key', () => {
    expect(() => fileVault(join(folder, 'x'), { key: '' })).toThrow('has no key');
    expect(() => fileVault(join(folder, 'x'), { key: 'short' })).toThrow('at least 16');
  });
});

it('gives a publisher nothing to close when nothing was opened', async () => {
  const { outbox, vault } = bench();
  await expect(createPublisher({ platforms: [], outbox, vault }).close()).resolves.toBeUndefined();
});
