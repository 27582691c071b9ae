import type { AnyPlatform } from '@affiche/core';
import type { OutboxStore } from '@affiche/publish';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication, step } from './bench.ts';

// The invariants of docs/architecture.md, by their numbers. Time (9), budgets (11) and credentials (12)
// have files of their own.
describe('the invariants of publishing', () => {
  it('1: arms a step durably before its request leaves', async () => {
    const { outbox, clock, open, adapter } = bench();
    const seen: unknown[] = [];
    const spy: AnyPlatform = {
      ...adapter,
      async run(...call) {
        const ledger = await outbox.open({ clock });
        seen.push((await ledger.steps('a')).map(({ state, attempt }) => [state, attempt?.number]));
        return adapter.run(...call);
      },
    };
    const publisher = open({ platforms: [spy] });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(seen).toEqual([[['armed', 1]]]);
  });

  it('1: does not send what could not be armed', async () => {
    const { outbox, network, open } = bench();
    const broken: OutboxStore = {
      open: async (options) => ({
        ...(await outbox.open(options)),
        arm: () => Promise.reject(new Error('the disk is full')),
      }),
    };
    const publisher = open({ outbox: broken });
    await approve(publisher, [publication('a')]);
    await expect(publisher.run()).rejects.toThrow('the disk is full');
    expect(network.requests()).toBe(0);
  });

  it('2: sends a visible step again only after a proved refusal or a look that found nothing', async () => {
    const { publisher, network } = bench();
    network.faults.push('not-sent', 'cut-before');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const events = (await publisher.history({ publication: 'a' })).map(({ event }) => event);
    expect(events).toEqual([
      'planned',
      'armed',
      'rejected',
      'armed',
      'ambiguous',
      'absent',
      'armed',
      'done',
    ]);
  });

  it('3: looks before anything else when it finds a step armed without a result', async () => {
    const { clock, network, outbox, open, publisher } = bench();
    await approve(publisher, [publication('a')]);
    await clock.advance(60);
    const ledger = await outbox.open({ clock });
    const claim = await ledger.claim('a', { worker: 'dies', leaseSeconds: 60 });
    const request = { intent: 'a/0', text: 'text of a', key: 'a#1/0' };
    const frozen = { ...step, recognition: 'evidence' as const, request };
    await ledger.arm(claim!, { step: 'post-0', freeze: [frozen], charges: [], timeoutSeconds: 5 });
    const body = JSON.stringify({ ...request, account: 'model:bakery' });
    await network.fetch('https://model.example/posts', { body });
    await open({ worker: 'another' }).recover();
    expect(network.requests()).toBe(1);
    expect((await publisher.status()).counts.published).toBe(1);
  });

  it('4: sends the same bytes again under a key that the platform still knows', async () => {
    const { publisher, network } = bench({ recognition: 'client-key' });
    network.faults.push('cut-after');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(network.requests()).toBe(2);
    expect(network.posts).toHaveLength(1);
    expect(await publisher.explain('a')).toContain('once more under the same key');
  });

  it('4: does not when the window of the key is over', async () => {
    const { publisher, network } = bench({ recognition: 'client-key', keyWindowSeconds: 12 });
    network.faults.push('cut-after');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(network.requests()).toBe(1);
    expect((await publisher.status()).counts.parked).toBe(1);
  });

  it('5: parks for a person when nobody can tell', async () => {
    const { publisher, network } = bench({ recognition: 'none' });
    network.faults.push('cut-after');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const [status] = (await publisher.status()).publications;
    expect(status).toMatchObject({ state: 'parked', note: expect.stringContaining('nobody can') });
    expect(await publisher.confirm('a', { id: 'post-1' }, { by: 'Ana' })).toBe('done');
    expect((await publisher.status()).counts.published).toBe(1);
  });

  it('5: looks several times before it asks a person', async () => {
    const { open, adapter, network } = bench();
    let looks = 0;
    const vague: AnyPlatform = {
      ...adapter,
      async reconcile() {
        looks += 1;
        return { status: 'inconclusive', why: 'the listing is empty' };
      },
    };
    const publisher = open({ platforms: [vague] });
    network.faults.push('cut-after');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect([looks, network.requests()]).toEqual([6, 1]);
    expect((await publisher.status()).counts.parked).toBe(1);
  });

  it('5: sends again where the user chose to risk a double, and says so', async () => {
    const { publisher, network } = bench({ recognition: 'none' });
    network.faults.push('cut-after');
    await approve(publisher, [publication('a', { uncertain: 'resend' })]);
    await publisher.run();
    expect(network.posts).toHaveLength(2);
    expect(await publisher.explain('a')).toContain('the policy "resend" sends it again');
  });

  it('6: logs in again when the token has expired and runs that step again', async () => {
    const { publisher, network } = bench({ login: true });
    await approve(publisher, [publication('a', { texts: ['one', 'two', 'three'] })]);
    network.faults.push('none', 'token-expired');
    await publisher.run();
    expect(network.posts.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(network.logins()).toBe(2);
  });

  it('7: is published the moment the id is known, whatever follows', async () => {
    const { clock, outbox, open, adapter } = bench();
    const seen: unknown[] = [];
    const enriching: AnyPlatform = {
      ...adapter,
      compile(...call) {
        const [post] = adapter.compile(...call);
        const { item: _item, ...rest } = post!;
        return [post!, { ...rest, id: 'permalink', kind: 'permalink', visibility: 'none' }];
      },
      async run(...call) {
        if (call[1].kind !== 'permalink') return adapter.run(...call);
        const [entry] = await (await outbox.open({ clock })).find(['a']);
        seen.push(entry?.state);
        return { status: 'rejected', failure: { kind: 'invalid', message: 'no permalink' } };
      },
    };
    const publisher = open({ platforms: [enriching] });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(seen).toEqual(['published']);
    expect((await publisher.status()).publications[0]).toMatchObject({ state: 'published' });
  });

  it.each([
    ['stop', 'partial', ['one']],
    ['resume', 'parked', ['one']],
    ['rollback', 'rolled-back', []],
  ] as const)('8: a refused reply leaves a thread to %s', async (threadFailure, state, left) => {
    const { publisher, network } = bench();
    network.faults.push('none', 'refused');
    await approve(publisher, [publication('a', { texts: ['one', 'two', 'three'], threadFailure })]);
    await publisher.run();
    const [status] = (await publisher.status()).publications;
    expect(status?.state).toBe(state);
    expect(network.posts.map(({ text }) => text)).toEqual(left);
    expect(status?.posts.length).toBe(left.length);
  });

  it('8: resumes a thread where it stands', async () => {
    const { publisher, network } = bench();
    network.faults.push('none', 'refused');
    const texts = ['one', 'two', 'three'];
    await approve(publisher, [publication('a', { texts, threadFailure: 'resume' })]);
    await publisher.run();
    expect(await publisher.retry('a', { by: 'Ana' })).toBe('done');
    await publisher.run();
    expect(network.posts.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(network.posts.map(({ parent }) => parent)).toEqual([
      undefined,
      network.posts[0]?.id,
      network.posts[1]?.id,
    ]);
  });

  it('10: a cancelled post cannot go out, even by a worker that already holds it', async () => {
    const { clock, outbox, publisher, network } = bench();
    await approve(publisher, [publication('a')]);
    await clock.advance(60);
    const ledger = await outbox.open({ clock });
    const claim = await ledger.claim('a', { worker: 'slow', leaseSeconds: 60 });
    expect(await publisher.cancel('a', { by: 'Ana' })).toBe('done');
    const arming = await ledger.arm(claim!, { step: 'post-0', charges: [], timeoutSeconds: 5 });
    expect(arming).toEqual({ status: 'lost' });
    await publisher.run();
    expect(network.requests()).toBe(0);
  });

  it('13: whoever wakes a worker may be late, wrong or many', async () => {
    const { clock, network, publisher, open } = bench();
    const many = Array.from({ length: 20 }, (_, index) => publication(`p${index}`));
    await approve(publisher, many);
    await clock.advance(60);
    await Promise.all(['w1', 'w2', 'w3'].map((worker) => open({ worker }).run()));
    expect(network.posts).toHaveLength(20);
    expect(new Set(network.posts.map(({ intent }) => intent)).size).toBe(20);
  });
});
