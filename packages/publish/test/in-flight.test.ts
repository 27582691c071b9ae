import { type AnyPlatform, instant, PlatformError, wallTimeAt } from '@affiche/core';
import { memoryVault, type Publisher } from '@affiche/publish';
import { mediaHash } from '@affiche/publish/media';
import { expect, it } from 'vitest';
import { approve, bench, publication, step } from './bench.ts';

it('a draft that is edited while its post is being sent stays as it was approved', async () => {
  const { adapter, open, network } = bench();
  const edited = publication('a', { texts: ['an edit too late'] });
  const kinds: string[] = [];
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      const plan = await publisher.plan([edited]);
      kinds.push(...plan.changes.map(({ kind }) => kind));
      await publisher.apply(plan, { approvedBy: 'client' });
      return adapter.run(...call);
    },
  };
  const publisher = open({ platforms: [platform] });
  await approve(publisher, [publication('a', { texts: ['as approved'] })]);
  await publisher.run();
  expect(kinds).toEqual(['locked']);
  expect(network.posts.map(({ text }) => text)).toEqual(['as approved']);
});

it('a draft that is edited between claim and sending goes out as it was approved last, once', async () => {
  const { open, network } = bench();
  const vault = memoryVault();
  let reads = 0;
  // The last thing read before a post is armed.
  const editing = {
    ...vault,
    async read(...call: Parameters<typeof vault.read>) {
      reads += 1;
      if (reads === 1) await approve(office, [publication('a', { texts: ['approved last'] })]);
      return vault.read(...call);
    },
  };
  const office = open({ vault });
  await approve(office, [publication('a', { texts: ['approved first'] })]);
  const runner = open({ vault: editing });
  await runner.run();
  expect(reads).toBeGreaterThan(1);
  expect(network.posts.map(({ text }) => text)).toEqual(['approved last']);
  const events = (await runner.history({ publication: 'a' })).map(({ event }) => event);
  expect(events).toEqual(['planned', 'changed', 'armed', 'done']);
});

it('a thread that is stopped while it goes out ends after the post that was being sent', async () => {
  const { adapter, open, network } = bench();
  const outcomes: unknown[] = [];
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      if (call[1].id === 'post-1') outcomes.push(await publisher.cancel('a', { by: 'Ana' }));
      return adapter.run(...call);
    },
  };
  const publisher = open({ platforms: [platform] });
  await approve(publisher, [publication('a', { texts: ['one', 'two', 'three'] })]);
  await publisher.run();
  expect([outcomes, await states(publisher)]).toEqual([['stopping'], ['partial']]);
  expect(network.posts.map(({ text }) => text)).toEqual(['one', 'two']);
});

it('a post that is stopped while it is in doubt is looked for, and not sent again', async () => {
  const { publisher, network } = bench({ recognition: 'client-key' });
  network.faults.push('cut-before');
  await approve(publisher, [publication('a')]);
  await publisher.run({ until: '2027-01-04T08:01:02Z' });
  expect(await publisher.cancel('a', { by: 'Ana' })).toBe('stopping');
  await publisher.run();
  expect(network.requests()).toBe(1);
  expect((await publisher.status()).counts.parked).toBe(1);
});

it('a stop of a client names what of that client is being sent; a stop of nothing is refused', async () => {
  const { adapter, open } = bench();
  const stopped: unknown[] = [];
  const { item: _, ...upload } = { ...step, id: 'upload-0', visibility: 'none' as const };
  const platform: AnyPlatform = {
    ...adapter,
    compile: (...call) => [upload, ...adapter.compile(...call)],
    async run(...call) {
      for (const scope of ['client:b', 'client:a', 'account:model:bakery']) {
        const flying = await publisher.pause(scope, { by: 'Ana', reason: 'a crisis' });
        stopped.push(flying.map(({ id, state, step: name }) => [id, state, name]));
        await publisher.resume(scope, { by: 'Ana' });
      }
      const evidence = { statement: 'it is there' };
      return call[1].id === upload.id
        ? { status: 'done', output: {}, evidence }
        : adapter.run(...call);
    },
  };
  const publisher = open({ platforms: [platform] });
  const account = { platform: 'model', id: 'bakery', client: 'a' };
  // What is due as well and only waits for its turn is not being sent.
  await approve(publisher, [publication('a', { account }), publication('b', { account })]);
  await publisher.run({ until: '2027-01-04T08:01:01Z' });
  const uploading = [['a', 'planned', 'upload-0']];
  const posting = [['a', 'publishing', 'post-0']];
  expect(stopped.slice(0, 6)).toEqual([[], uploading, uploading, [], posting, posting]);
  for (const scope of ['bakery', 'account:bakery', 'client:', 'Client:a']) {
    const stopping = publisher.pause(scope, { by: 'Ana', reason: 'a crisis' });
    await expect(stopping).rejects.toMatchObject({ code: 'invalid-scope' });
  }
});

it('a move and an edit that cross both hold: the words approved last go out at the new time', async () => {
  const { open, outbox, network } = bench();
  const office = open();
  await approve(office, [publication('a', { texts: ['approved first'] })]);
  const approveLast = () => approve(office, [publication('a', { texts: ['approved last'] })]);
  // Whatever a move reads first is outdated by the time that it writes.
  const desk = open({
    outbox: {
      async open(options) {
        const opened = await outbox.open(options);
        return {
          ...opened,
          async find(ids) {
            const found = await opened.find(ids);
            await approveLast();
            return found;
          },
          async edit(...given) {
            await approveLast();
            return opened.edit(...given);
          },
        };
      },
    },
  });
  const at = wallTimeAt('2027-01-04T10:00:00Z', 'Europe/Paris');
  expect(await desk.reschedule('a', at, { by: 'Ana' })).toBe('done');
  await office.run();
  expect(network.posts.map(({ text, createdAt }) => [text, instant(createdAt)])).toEqual([
    ['approved last', '2027-01-04T10:00:00.000Z'],
  ]);
});

/** A thread that is taken back, newest post first, until `undo` says otherwise. */
function takenBack(undo: NonNullable<AnyPlatform['undo']>) {
  const { adapter, open, network } = bench({}, {}, { maxTries: 2 });
  network.faults.push('none', 'none', 'none', 'refused');
  const publisher = open({ platforms: [{ ...adapter, undo }] });
  const thread = publication('a', {
    texts: ['one', 'two', 'three', 'four'],
    threadFailure: 'rollback',
  });
  return { publisher, network, begun: approve(publisher, [thread]) };
}

const states = async (publisher: Publisher) =>
  (await publisher.status()).publications.map(({ state }) => state);

it('a stop holds a thread that is being taken back, says so, and it goes on afterwards', async () => {
  const removed: string[] = [];
  const flying: string[] = [];
  const { publisher, begun } = takenBack(async (_account, { id }) => {
    removed.push(id);
    if (id !== 'post-1') return;
    const found = await publisher.pause('*', { by: 'Ana', reason: 'a crisis' });
    flying.push(...found.map(({ state }) => state));
  });
  await begun;
  await publisher.run();
  expect(removed).toEqual(['post-2', 'post-1']);
  expect([flying, await states(publisher)]).toEqual([['rolling-back'], ['rolling-back']]);
  await publisher.resume('*', { by: 'Ana' });
  await publisher.run();
  expect(removed).toEqual(['post-2', 'post-1', 'post-0']);
  expect(await states(publisher)).toEqual(['rolled-back']);
});

it('a thread is taken back although the server fails for as long as it takes to give up sending', async () => {
  let failures = 5;
  const { publisher, begun } = takenBack(async () => {
    failures -= 1;
    if (failures > 0) throw new Error('the server failed');
  });
  await begun;
  await publisher.run();
  expect(await states(publisher)).toEqual(['rolled-back']);
});

it('a thread of which not all could be taken back is taken back further when it is tried again', async () => {
  let isStuck = true;
  const { publisher, network, begun } = takenBack(async (_account, { id }, { id: post }) => {
    if (id === 'post-0' && isStuck) {
      const failure = { kind: 'permission', message: 'it cannot be deleted' };
      throw new PlatformError('not-deleted', { message: failure.message, details: { failure } });
    }
    network.remove(post ?? '');
  });
  await begun;
  await publisher.run();
  expect(await states(publisher)).toEqual(['partial']);
  isStuck = false;
  expect(await publisher.retry('a', { by: 'Ana' })).toBe('done');
  await publisher.run();
  expect([await states(publisher), network.posts]).toEqual([['rolled-back'], []]);
});

it('a post in doubt that was cancelled stays as it is, until somebody looked and gives its id', async () => {
  const { publisher, network } = bench({ recognition: 'none' });
  network.faults.push('cut-after');
  await approve(publisher, [publication('a')]);
  await publisher.run();
  expect(await publisher.cancel('a', { by: 'Ana' })).toBe('in-doubt');
  const plan = await publisher.plan([publication('a', { texts: ['something else'] })]);
  expect(plan.changes).toMatchObject([
    { kind: 'locked', findings: [{ rule: 'publish/publication/in-doubt' }] },
  ]);
  await publisher.apply(plan, { approvedBy: 'client' });
  await expect(publisher.confirm('a', {}, { by: 'Ana' })).rejects.toMatchObject({
    code: 'post-id-missing',
  });
  expect(await publisher.confirm('a', { id: 'x1' }, { by: 'Ana' })).toBe('done');
  expect(await states(publisher)).toEqual(['published']);
});

it('a post that is being sent is confirmed by nobody else: its own answer tells its id', async () => {
  const { adapter, open, network } = bench();
  const outcomes: unknown[] = [];
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      const result = await adapter.run(...call);
      outcomes.push(await publisher.confirm('a', { id: 'a guess' }, { by: 'Ana' }));
      return result;
    },
  };
  const publisher = open({ platforms: [platform] });
  await approve(publisher, [publication('a')]);
  await publisher.run();
  const [status] = (await publisher.status()).publications;
  expect(outcomes).toEqual(['in-doubt']);
  expect(status?.posts.map(({ id }) => id)).toEqual(network.posts.map(({ id }) => id));
});

it('a picture that was changed after its approval does not go out', async () => {
  const { adapter, open, network } = bench();
  const approved = new Uint8Array([1, 2, 3]);
  const source = { path: 'media/galette.jpg' };
  const picture = { source, kind: 'image' as const, mimeType: 'image/jpeg', bytes: 3 };
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      await call[3].openMedia({ ...source });
      return adapter.run(...call);
    },
  };
  let bytes = approved;
  const publisher = open({ platforms: [platform], openMedia: async () => bytes });
  const media = [{ ...picture, sha256: mediaHash(approved) }];
  const items = (text: string) => ({ draft: { id: text, items: [{ text, media }] } }) as never;
  await approve(publisher, [publication('a', items('one')), publication('b', items('two'))]);
  await publisher.run({ until: '2027-01-04T08:00:30Z' });
  bytes = new Uint8Array([1, 2, 4]);
  await publisher.run();
  expect(await states(publisher)).toEqual(['failed', 'failed']);
  expect(await publisher.explain('a')).toContain('not the one that was approved');
  bytes = approved;
  await publisher.retry('a', { by: 'Ana' });
  await publisher.run();
  expect(network.posts.map(({ text }) => text)).toEqual(['one']);
});

it('nobody acts without a name', async () => {
  const { publisher } = bench();
  const at = wallTimeAt('2027-01-04T10:00:00Z', 'Europe/Paris');
  const plan = await publisher.plan([]);
  for (const by of ['', ' ', undefined as never]) {
    for (const acting of [
      publisher.apply(plan, { approvedBy: by }),
      publisher.cancel('a', { by }),
      publisher.reschedule('a', at, { by }),
      publisher.pause('*', { by, reason: 'a crisis' }),
      publisher.resume('*', { by }),
    ]) {
      await expect(acting).rejects.toMatchObject({ code: 'approval-missing' });
    }
  }
  const resuming = publisher.resume('client', { by: 'Ana' });
  await expect(resuming).rejects.toMatchObject({ code: 'invalid-scope' });
});

it('explains in whole sentences, and of nobody but whom it knows to have died', async () => {
  const { open, network } = bench();
  network.faults.push('error-after');
  const office = open();
  await approve(office, [publication('a')]);
  await open().run({ until: '2027-01-04T08:01:05Z' });
  await open().run({ until: '2027-01-04T08:01:12Z' });
  const told = await office.explain('a');
  expect(told).toContain('Waiting: nobody knows yet what came of it');
  expect(told).not.toMatch(/went away|\.\.|Waiting\./);
});
