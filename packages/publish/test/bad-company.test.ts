import { type AnyPlatform, type StepResult, StorageError } from '@affiche/core';
import { memoryVault, type Publisher } from '@affiche/publish';
import { expect, it } from 'vitest';
import { account, approve, bench, publication } from './bench.ts';

// A vault, an adapter or a server that does not behave holds up nobody else, and nothing is lost.
const other = { platform: 'model', id: 'butcher' };
const statesOf = async (publisher: Publisher) =>
  Object.fromEntries((await publisher.status()).publications.map(({ id, state }) => [id, state]));

it('a vault that cannot be read keeps one account waiting, and no other', async () => {
  const vault = memoryVault();
  let isBroken = false;
  const read: typeof vault.read = async (asked) => {
    if (isBroken && asked.id === account.id) throw new TypeError('planted-secret: fetch failed');
    return vault.read(asked);
  };
  const { publisher, network } = bench({}, {}, { vault: { ...vault, read } });
  await approve(publisher, [publication('a'), publication('b', { account: other })]);
  isBroken = true;
  await publisher.run({ until: '2027-01-04T08:02:00Z' });
  expect(await statesOf(publisher)).toEqual({ a: 'planned', b: 'published' });
  expect(await publisher.explain('a')).toContain('the vault cannot be read: TypeError');
  expect(await publisher.explain('a')).not.toContain('planted');
  isBroken = false;
  await publisher.run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['b/0', 'a/0']);
});

it('a vault that can never be read stops its account in the end', async () => {
  const vault = { ...memoryVault(), read: () => Promise.reject(new Error('gone')) };
  const { open } = bench();
  await approve(open(), [publication('a')]);
  const publisher = open({ vault });
  await publisher.run();
  const { pauses } = await publisher.status();
  expect(pauses).toMatchObject([{ scope: 'account:model:bakery' }]);
  expect(await statesOf(publisher)).toEqual({ a: 'planned' });
});

it('a vault that has another key ends the run, and stops no account', async () => {
  const locked = new StorageError('vault-not-opened', { message: 'another key', hint: 'Give it.' });
  const { open, network } = bench();
  await approve(open(), [publication('a')]);
  const publisher = open({ vault: { ...memoryVault(), read: () => Promise.reject(locked) } });
  await expect(publisher.run()).rejects.toBe(locked);
  expect((await publisher.status()).pauses).toEqual([]);
  expect(network.requests()).toBe(0);
});

const breakDown = () => {
  throw new Error('cannot read undefined');
};
it.each<[string, AnyPlatform['compile'], RegExp]>([
  ['breaks down', breakDown, /cannot compile it: cannot read undefined/],
  ['makes nothing', () => [], /makes nothing of it/],
])('an adapter that %s over a post fails that post, and no other', async (_, broken, why) => {
  const { open, adapter, network } = bench();
  await approve(open(), [publication('a'), publication('b')]);
  const platform: AnyPlatform = {
    ...adapter,
    compile: (...call) => (call[0].draft.id === 'a' ? broken(...call) : adapter.compile(...call)),
  };
  const publisher = open({ platforms: [platform] });
  await publisher.run();
  expect(await statesOf(publisher)).toEqual({ a: 'failed', b: 'published' });
  expect(await publisher.explain('a')).toMatch(why);
  await open().retry('a', { by: 'Ana' });
  await open().run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['b/0', 'a/0']);
});

const throttled = (retryAt: string): StepResult => ({
  status: 'rejected',
  failure: { kind: 'rate-limited', message: 'later', retryAt },
});
it.each<[string, StepResult]>([
  ['a refusal until no moment', throttled('soon')],
  ['a refusal until the year 200,000', throttled('+200000-01-01T00:00:00Z')],
  ['a wait until no moment', { status: 'pending', checkpoint: {}, notBefore: 'soon' }],
  [
    'words that no database keeps',
    { status: 'rejected', failure: { kind: 'transient', message: 'a \0 and \ud800' } },
  ],
])('%s delays a post, and does not lose it', async (_, result) => {
  const { open, adapter, network, clock } = bench();
  let answers = 0;
  const platform: AnyPlatform = {
    ...adapter,
    run: async (...given) => ((answers += 1) === 1 ? result : adapter.run(...given)),
  };
  const publisher = open({ platforms: [platform], pollSeconds: 864_000 });
  await approve(publisher, [publication('a', { misfire: { policy: 'fire-once' } })]);
  await publisher.run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['a/0']);
  expect(clock.now()).toBeLessThan(Date.parse('2027-02-05T00:00:00Z'));
});

it('who risks a double has not asked for one every few seconds', async () => {
  const { publisher, network } = bench({ recognition: 'none' }, {}, { maxTries: 4 });
  network.faults.push(...Array<'error-after'>(9).fill('error-after'));
  await approve(publisher, [publication('a', { uncertain: 'resend' })]);
  await publisher.run();
  expect(network.posts).toHaveLength(4);
  expect(await statesOf(publisher)).toEqual({ a: 'parked' });
});

it('a plan whose errors were taken out is not the plan that was approved', async () => {
  const { publisher } = bench();
  const plan = await publisher.plan([publication('a', { texts: ['x'.repeat(1000)] })]);
  const changes = plan.changes.map((change) => ({ ...change, findings: [] }));
  const applied = publisher.apply({ ...plan, changes }, { approvedBy: 'client' });
  await expect(applied).rejects.toMatchObject({ code: 'plan-changed' });
});

it('a plan takes no post away from another account by its id', async () => {
  const { publisher } = bench();
  await approve(publisher, [publication('a')]);
  const plan = await publisher.plan([publication('a', { account: other })]);
  const [change] = plan.changes;
  expect(change?.findings.map(({ rule }) => rule)).toEqual(['publish/id/taken']);
  await publisher.cancel('a', { by: 'Ana' });
  await approve(publisher, [publication('a', { account: other })]);
  expect((await publisher.status({ account: 'model:butcher' })).counts.planned).toBe(1);
});

it('posts for networks that are not ours hold up none of ours', async () => {
  const { open, adapter, network, clock } = bench();
  const crowd = Array.from({ length: 260 }, (_, index) =>
    publication(`x${index}`, { account: { platform: 'other', id: `${index}` } }),
  );
  const office = open({ platforms: [adapter, { ...adapter, id: 'other' }] });
  await approve(office, [...crowd, publication('z')]);
  await open().run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['z/0']);
  expect(clock.now()).toBe(Date.parse('2027-01-04T08:01:00Z'));
});

it('who knows nothing of a network takes none of its posts out of the hands of others', async () => {
  const { publisher, network, open, clock } = bench();
  await approve(publisher, [publication('a', { texts: ['one', 'two'] })]);
  network.faults.push('none', 'throttled');
  await publisher.run({ until: '2027-01-04T08:01:10Z' });
  const before = await publisher.status();
  const now = clock.now();
  const [stands] = await open({ platforms: [] }).recover();
  expect(stands).toMatchObject({ id: 'a', state: 'publishing' });
  expect(await publisher.status()).toEqual(before);
  expect(clock.now()).toBe(now);
  await publisher.run();
  expect(network.posts).toHaveLength(2);
});
