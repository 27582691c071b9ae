import { price, Publication, wallTimeAt } from '@affiche/core';
import type { Edit, Judgement } from '../outbox/outbox.ts';
import { findBrokenLogEntry } from '../outbox/log-entry.ts';
import { expectSame } from './conformance-case.ts';
import { attemptOf, charge, done, type OutboxBench, step } from './outbox-bench.ts';

const hour = 3600;
const evidence = { statement: 'it answered' };
const rejected = { step: 'post-0', outcome: 'rejected' } as const;
const failed: Judgement = {
  close: rejected,
  event: 'rejected',
  state: 'failed',
  delaySeconds: null,
};
const parked: Judgement = { event: 'parked', state: 'parked', delaySeconds: null };

/** What an outbox promises to people, to the clock and to whoever reads it. */
export const outboxPromises: Readonly<Record<string, (bench: OutboxBench) => Promise<void>>> = {
  async 'arms only what its budgets have room for'({ outbox, plan, create, take }) {
    await plan(create('a'), create('b'));
    const request = { step: 'post-0', freeze: [step], charges: [charge('narrow', 1)] };
    const statuses = [];
    for (const id of ['a', 'b']) {
      statuses.push((await outbox.arm(await take(id), { ...request, timeoutSeconds: 5 })).status);
    }
    expectSame(statuses, ['armed', 'wait'], 'arming');
  },
  async 'counts what was reserved from its answer on, or as long as it may still come'(bench) {
    const { outbox, pass } = bench;
    const isLonger = async (name: string, isAnswered: boolean) => {
      await outbox.reserve(name, [charge(name, 1)], 60);
      if (isAnswered) await outbox.settle(name);
      const answeredAt = await pass(10);
      const wait = await outbox.reserve('next', [charge(name, 1)], 60);
      return (wait?.untilAt ?? 0) - answeredAt > hour * 1000 + 5;
    };
    expectSame(await isLonger('answered', true), false, 'longer than from its answer');
    expectSame(await isLonger('open', false), true, 'longer than from its request');
  },
  async 'goes by what an answer taught of a budget'({ outbox }) {
    const windows = [{ points: 9, windowSeconds: hour }];
    const blockedUntilAt = (await outbox.now()) + hour * 1000;
    await outbox.teach([
      { bucket: 'closed', windows, blockedUntilAt },
      { bucket: 'used', windows, limit: 2, remaining: 0 },
    ]);
    const closed = await outbox.reserve('r1', [charge('closed', 9)], 5);
    const used = await outbox.reserve('r2', [charge('used', 9)], 5);
    expectSame([closed?.untilAt, used?.bucket], [blockedUntilAt, 'used'], 'what has to wait');
  },
  async 'stops a client and an account until somebody lifts it'({ outbox, plan, create, due }) {
    await plan(ofClient(create('a')));
    for (const scope of ['client:c', 'account:model:a']) {
      await outbox.pause({ scope, by: 'me', reason: 'test' });
      expectSame(
        (await outbox.pauses()).map((pause) => pause.scope),
        [scope],
        'pauses',
      );
      expectSame(await outbox.claim('a', { worker: 'w', leaseSeconds: 0 }), undefined, 'claim');
      expectSame((await due()).ready, [], 'due');
      await outbox.resume(scope, 'me');
      const claim = await outbox.claim('a', { worker: 'w', leaseSeconds: 0 });
      expectSame(claim !== undefined, true, 'whether it is claimed afterwards');
    }
  },
  async 'shows a client nothing of anybody else, in a log that can be checked'({
    outbox,
    plan,
    create,
  }) {
    await plan(ofClient(create('a')), create('b'));
    await outbox.edit('b', { kind: 'cancel' }, 'me');
    const log = await outbox.log({ client: 'c' });
    const told = log.map(({ publication, event, withheld = false }) =>
      withheld ? 'withheld' : [publication, event].join(' '),
    );
    expectSame(told, ['a planned', 'withheld', 'withheld'], 'the log of the client');
    expectSame(JSON.stringify(log).includes('"b"'), false, 'whether it names another');
    expectSame(findBrokenLogEntry(log), undefined, 'a broken entry');
  },
  async 'spends no more than a limit, and gives back what was refused'(bench) {
    const { outbox, plan, create, take } = bench;
    await plan(create('a'), create('b'));
    const limit = { scope: '*', amount: { minor: 150, currency: 'USD' }, period: 'day' } as const;
    const money = { price: price('1.00', 'USD'), limits: [limit] };
    const request = { step: 'post-0', freeze: [step], charges: [], timeoutSeconds: 5, ...money };
    const [a, b] = [await take('a'), await take('b')];
    const spent = () => outbox.spent({ scope: '*', currency: 'USD', from: 0 });
    expectSame((await outbox.arm(a, request)).status, 'armed', 'the first');
    expectSame((await outbox.arm(b, request)).status, 'over-limit', 'the second');
    expectSame(await spent(), money.price.micros, 'spent');
    await outbox.judge(a, failed);
    expectSame(await spent(), 0, 'spent, once it was refused');
  },
  async 'moves only what is not out, and only its time'({ outbox, plan, create, take, arm }) {
    await plan(create('a'));
    const dueAt = (await outbox.now()) + hour * 1000;
    const at = wallTimeAt('2027-01-04T09:00:00Z', 'Europe/Paris');
    const move: Edit = { kind: 'reschedule', at, dueAt, zoneData: 'test' };
    expectSame(await outbox.edit('a', move, 'me'), 'done', 'moving');
    const [moved] = await outbox.find(['a']);
    const found = [moved?.dueAt, moved?.publication.at.time, moved?.revision];
    expectSame(found, [dueAt, at.time, 2], 'the entry');
    await outbox.edit('a', { ...move, dueAt: await outbox.now() }, 'me');
    await outbox.learn('a', attemptOf(await arm(await take('a'))), done('x1'));
    expectSame(await outbox.edit('a', move, 'me'), 'too-late', 'moving what is out');
  },
  async 'follows new time zone data, unless it was changed meanwhile'({ outbox, plan, create }) {
    await plan(create('a', hour));
    const dueAt = (await outbox.now()) + 2 * hour * 1000;
    const retime: Edit = { kind: 'retime', basis: 1, dueAt, zoneData: 'new' };
    expectSame(await outbox.edit('a', retime, 'me'), 'done', 'the first time');
    expectSame((await outbox.find(['a']))[0]?.dueAt, dueAt, 'when it is due');
    const again = await outbox.edit('a', { ...retime, dueAt: dueAt - hour * 1000 }, 'me');
    expectSame([again, (await outbox.find(['a']))[0]?.dueAt], ['too-late', dueAt], 'later');
    expectSame(await outbox.list({ zoneDataOtherThan: 'new' }), [], 'what is left to do');
  },
  async 'believes a person who looked'({ outbox, plan, create, take, arm }) {
    await plan(create('a'), create('b'));
    for (const id of ['a', 'b']) {
      const claim = await take(id);
      await arm(claim);
      await outbox.judge(claim, parked);
    }
    const found: Edit = { kind: 'confirm', output: { id: 'x1' } };
    expectSame(await outbox.edit('a', found, 'me'), 'done', 'confirming');
    expectSame(await outbox.edit('b', { kind: 'retry' }, 'me'), 'done', 'trying again');
    expectSame(await outbox.edit('a', { kind: 'retry' }, 'me'), 'too-late', 'what is out');
    const states = (await outbox.find(['a', 'b'])).map(({ state }) => state);
    expectSame(states.toSorted(), ['planned', 'published'], 'states');
    expectSame(
      (await outbox.posts({})).map(({ id }) => id),
      ['x1'],
      'posts',
    );
    const claim = await take('b');
    expectSame(claim.steps.length, 1, 'steps of the claim');
    expectSame(attemptOf(await arm(claim)).number, 2, 'the second attempt');
  },
  async 'leaves out of what is due what it is told to'({ plan, create, due }) {
    await plan(create('a'), create('b'), create('c'));
    const whose = [{}, { except: ['model:a'] }, { platforms: ['mode'] }, { platforms: [] }];
    const found = await Promise.all(whose.map(async (each) => (await due(each)).ready.length));
    expectSame(found, [3, 0, 0, 0], 'due');
    expectSame((await due({ limit: 2 })).ready.length <= 2, true, 'whether the limit holds');
  },
  async 'keeps the facts of an account'({ outbox, plan, create, take }) {
    await plan(create('a'));
    await outbox.keepFacts('model:a', { characters: 500 });
    expectSame((await outbox.facts('model:a'))?.value, { characters: 500 }, 'facts');
    expectSame((await take('a')).entry.account, 'model:a', 'account');
  },
  async 'lists what is out, until it is taken back'({ outbox, plan, create, take, arm }) {
    await plan(create('a'));
    const claim = await take('a');
    await outbox.learn('a', attemptOf(await arm(claim)), done('x1'));
    const later = (await outbox.now()) + hour * 1000;
    const filters = [{}, { since: later }, { publications: ['z', 'a'] }, { publications: ['z'] }];
    const posts = () => Promise.all(filters.map(async (each) => (await outbox.posts(each)).length));
    expectSame(await posts(), [1, 0, 1, 0], 'posts');
    expectSame(await outbox.count({}), { published: 1 }, 'states');
    await outbox.judge(claim, { undone: ['post-0'], event: 'undone' });
    expectSame(await posts(), [0, 0, 0, 0], 'posts, once it was taken back');
    expectSame((await outbox.steps('a'))[0]?.state, 'undone', 'the step');
  },
  async 'ends a lease in its time, and for its holder only'({ outbox }) {
    await outbox.lease('login', 'v', 0);
    expectSame(await outbox.lease('login', 'w', 60), true, 'after its time');
    await outbox.release('login', 'v');
    expectSame(await outbox.lease('login', 'x', 60), false, 'after a release by another');
  },
  async 'stores what a judgement says'({ outbox, plan, create, take, arm }) {
    await plan(create('a'));
    const old = await take('a');
    await arm(old);
    await outbox.judge(old, {
      looked: 'post-0',
      event: 'inconclusive',
      countsAsTry: true,
      note: 'there is a reason',
      delaySeconds: hour,
    });
    const [entry] = await outbox.find(['a']);
    expectSame([entry?.tries, entry?.note], [1, 'there is a reason'], 'tries and note');
    expectSame((await outbox.steps('a'))[0]?.attempt?.looks, 1, 'looks');
    expectSame(await outbox.claim('a', { worker: 'w', leaseSeconds: 0 }), undefined, 'a claim');
    await outbox.judge(old, failed);
    await outbox.edit('a', { kind: 'retry' }, 'me');
    await take('a');
    expectSame(await outbox.reload(old), undefined, 'what was taken over');
  },
  async 'remembers what steps left, and runs again what must be'({ outbox, plan, create, take }) {
    await plan(create('a'));
    const upload = { ...step, id: 'upload', item: undefined, visibility: 'none' as const };
    const freeze = [upload, { ...step, needs: ['upload'] }];
    const request = { step: 'upload', freeze, charges: [], timeoutSeconds: 5 };
    const claim = await take('a');
    const first = attemptOf(await outbox.arm(claim, request));
    const notBeforeAt = await outbox.now();
    await outbox.learn('a', first, { kind: 'pending', checkpoint: { half: 1 }, notBeforeAt });
    const steps = async () =>
      (await outbox.reload(claim))?.steps.map(({ state, checkpoint, output }) => [
        state,
        checkpoint ?? output ?? null,
      ]);
    expectSame(
      await steps(),
      [
        ['pending', { half: 1 }],
        ['waiting', null],
      ],
      'when it is half-way',
    );
    const second = attemptOf(await outbox.arm(claim, request));
    const output = { data: { handle: 'h' } };
    await outbox.learn('a', second, { kind: 'done', output, evidence });
    expectSame((await steps())?.[0]?.[0], 'done', 'when it is done');
    expectSame((await outbox.steps('a'))[0]?.output, output, 'its output');
    await outbox.judge(claim, { restart: ['upload'], event: 'waiting' });
    expectSame((await steps())?.[0], ['waiting', null], 'when it is to be made again');
  },
  async 'sends once more only under an open attempt'({ outbox, plan, create, take }) {
    await plan(create('a'));
    const claim = await take('a');
    const request = { step: 'post-0', freeze: [step], charges: [], timeoutSeconds: 5 };
    const again = { ...request, again: true };
    expectSame((await outbox.arm(claim, again)).status, 'lost', 'without one');
    await outbox.arm(claim, request);
    const { number, sends } = attemptOf(await outbox.arm(claim, again));
    expectSame([number, sends], [1, 2], 'attempt and sends');
  },
  async 'tells how late it is'({ plan, create, take }) {
    await plan(create('a', -hour));
    expectSame(Math.round((await take('a')).lateSeconds / 60), 60, 'minutes');
  },
  async 'finds what passes a filter, page by page'({ outbox, plan, create }) {
    await plan(create('a'), create('b', hour), {
      ...ofClient(create('c', 2 * hour)),
      scope: 'other',
    });
    await outbox.edit('b', { kind: 'cancel' }, 'me');
    const [first] = await outbox.find(['a']);
    const from = (first?.dueAt ?? 0) + 1;
    const after = { dueAt: first?.dueAt ?? 0, id: 'a' };
    const filters = [
      { scope: 'other' },
      { client: 'c' },
      { account: 'model:b' },
      { states: ['cancelled'] as const },
      { from },
      { to: from },
      { limit: 2 },
      { after },
    ];
    const found = [];
    for (const filter of filters) {
      const entries = await outbox.list(filter);
      found.push(entries.map(({ publication }) => publication.id).join(''));
    }
    expectSame(found, ['c', 'c', '', 'b', 'bc', 'a', 'ab', 'bc'], 'publications');
  },
  async 'tells the log of one publication, and of one client'({ outbox, plan, create }) {
    const b = create('b');
    await plan(ofClient(create('a')), ofOther(b));
    const { publication } = b;
    const change = { kind: 'cancel', id: publication.id, basis: 1 } as const;
    await outbox.apply([change], { approvedBy: 'test', plan: 'test', zoneData: 'test' });
    const of = async (filter: { publication?: string; client?: string }) =>
      (await outbox.log(filter)).map((entry) => `${entry.publication} ${entry.event}`);
    expectSame(await of({ client: 'c' }), ['a planned'], 'of the client');
    expectSame(await of({ publication: 'b' }), ['b planned', 'b cancelled'], 'of the publication');
    expectSame((await outbox.find(['b']))[0]?.state, 'cancelled', 'state');
  },
};

type Change = ReturnType<OutboxBench['create']>;

function ofClient(change: Change): Change {
  const account = { ...change.publication.account, client: 'c' };
  return { ...change, publication: Publication.parse({ ...change.publication, account }) };
}

function ofOther(change: Change): Change {
  const account = { ...change.publication.account, id: 'b' };
  return { ...change, publication: Publication.parse({ ...change.publication, account }) };
}
