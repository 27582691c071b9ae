import { type Calendar, contentHash, type Publication } from '@affiche/core';
import { findBrokenLogEntry } from '@affiche/publish';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const calendar = (publications: Publication[]): Calendar => ({
  start: '2027-01-04T00:00:00Z',
  end: '2027-01-11T00:00:00Z',
  publications,
  unplaced: [],
  findings: [],
});

describe('a plan', () => {
  it('tells what would be created, changed, moved, cancelled and kept', async () => {
    const { publisher } = bench();
    const first = ['a', 'b', 'c', 'd'].map((id) => publication(id));
    await publisher.apply(await publisher.plan(calendar(first)), { approvedBy: 'client' });
    const plan = await publisher.plan(
      calendar([
        publication('a'),
        publication('b', { texts: ['something else'] }),
        publication('c', { at: '2027-01-05T08:00:00Z' }),
        publication('e'),
      ]),
    );
    expect(plan.changes.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'keep'],
      ['b', 'change'],
      ['c', 'reschedule'],
      ['e', 'create'],
      ['d', 'cancel'],
    ]);
  });

  it('changes nothing when it is applied twice', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a')]);
    const again = await publisher.plan([publication('a')]);
    expect(await publisher.apply(again, { approvedBy: 'client' })).toMatchObject({ keep: 1 });
    expect((await publisher.history()).map(({ event }) => event)).toEqual(['planned']);
  });

  it('leaves alone what other scopes planned', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a')]);
    const plan = await publisher.plan(calendar([]));
    expect(plan.changes).toEqual([]);
  });

  it('locks what is out', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const plan = await publisher.plan([publication('a', { texts: ['an edit too late'] })]);
    expect(plan.changes).toMatchObject([
      { kind: 'locked', findings: [{ rule: 'publish/publication/locked' }] },
    ]);
  });

  it('finds what will not work, and says how to mend it', async () => {
    const { publisher } = bench();
    const plan = await publisher.plan([
      publication('long', { texts: ['x'.repeat(301)] }),
      publication('past', { at: '2027-01-03T08:00:00Z' }),
      publication('gone', { account: { platform: 'google-plus', id: 'bakery' } }),
      publication('stranger', { account: { platform: 'intranet', id: 'bakery' } }),
      publication('twice'),
      publication('twice'),
    ]);
    const rules = plan.changes.map(({ id, findings }) => [id, findings.map(({ rule }) => rule)]);
    expect(rules).toEqual([
      ['long', ['model/text/length']],
      ['past', ['publish/time/past']],
      ['gone', ['publish/platform/platform-retired']],
      ['stranger', ['publish/platform/unknown']],
      ['twice', []],
      ['twice', ['publish/id/duplicate']],
    ]);
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-has-errors',
    });
    expect((await publisher.status()).publications).toEqual([]);
  });
});

describe('an approval', () => {
  it('binds to exactly the plan that was seen', async () => {
    const { publisher } = bench();
    const plan = await publisher.plan([publication('a')]);
    const [change] = plan.changes;
    const edited = publication('a', { texts: ['something the client never saw'] });
    const forged = { ...plan, changes: [{ ...change!, publication: edited }] };
    const refused = { code: 'plan-changed' };
    await expect(publisher.apply(forged, { approvedBy: 'client' })).rejects.toMatchObject(refused);
    await expect(
      publisher.apply(plan, { approvedBy: 'client', hash: 'another' }),
    ).rejects.toMatchObject(refused);
    await expect(publisher.apply(plan, { approvedBy: ' ' })).rejects.toMatchObject({
      code: 'approval-missing',
    });
  });

  it('does not outlive a change of what it was about', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a')]);
    const plan = await publisher.plan([publication('a', { texts: ['one'] }), publication('b')]);
    await approve(publisher, [publication('a', { texts: ['two'] })]);
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-stale',
      details: { publication: 'a' },
    });
    expect((await publisher.status()).publications.map(({ id }) => id)).toEqual(['a']);
  });

  it('is in the log, sealed entry by entry', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a'), publication('b')]);
    await publisher.run();
    const log = await publisher.history();
    expect(findBrokenLogEntry(log)).toBeUndefined();
    const [first, ...rest] = log;
    expect(first).toMatchObject({ event: 'planned', data: { approvedBy: 'client' } });
    const forged = { ...first!, data: { ...first!.data, approvedBy: 'somebody else' } };
    expect(findBrokenLogEntry([forged, ...rest])).toBe(forged);
    expect(findBrokenLogEntry(rest)).toBe(rest[0]);
    // Whoever checks an export needs no more than SHA-256 over canonical JSON.
    const { hash, ...sealed } = first!;
    expect(contentHash(sealed)).toBe(hash);
  });
});

describe('a person', () => {
  it('moves, stops and brings back posts, and every act has a name', async () => {
    const { publisher, network } = bench();
    await approve(publisher, [publication('a'), publication('b')]);
    const later = { ...publication('a').at, time: '18:00' };
    expect(await publisher.reschedule('a', later, { by: 'Ana' })).toBe('done');
    expect(await publisher.cancel('b', { by: 'Ben' })).toBe('done');
    expect(await publisher.cancel('nobody', { by: 'Ben' })).toBe('missing');
    await publisher.run();
    expect(await publisher.cancel('a', { by: 'Ben' })).toBe('too-late');
    expect(network.posts.map(({ intent }) => intent)).toEqual(['a/0']);
    expect(await publisher.explain('a')).toContain('by Ana');
    expect(await publisher.explain('b')).toContain('Cancelled by Ben');
    await expect(publisher.explain('nobody')).rejects.toMatchObject({
      code: 'unknown-publication',
    });
  });

  it('pauses at once and durably, and nothing goes out until it is lifted', async () => {
    const { publisher, open, network } = bench();
    const misfire = { policy: 'fire-once' } as const;
    await approve(publisher, [publication('a', { misfire })]);
    await publisher.pause('*', { by: 'Ana', reason: 'a crisis' });
    await open().run({ until: '2027-01-04T12:00:00Z' });
    expect(network.requests()).toBe(0);
    expect((await publisher.status()).pauses).toMatchObject([{ by: 'Ana', reason: 'a crisis' }]);
    await publisher.resume('*', { by: 'Ana' });
    await publisher.run();
    expect(network.posts).toHaveLength(1);
  });
});

it('takes publications as somebody wrote them, and fills in what was left to defaults', async () => {
  const { publisher } = bench();
  const { id, account, at, draft } = publication('a');
  const written = { id, account, at, draft } as Publication;
  expect(await publisher.check([written])).toEqual([{ id, findings: [] }]);
  expect((await publisher.plan([written])).changes[0]?.publication).toEqual(publication('a'));
  await expect(publisher.plan([{ ...written, at: undefined } as never])).rejects.toMatchObject({
    issues: [{ path: ['at'] }],
  });
});
