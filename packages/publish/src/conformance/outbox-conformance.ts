import type { Clock } from '@affiche/core';
import { findBrokenLogEntry } from '../outbox/log-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { wordsOf } from '../text/words.ts';
import { type ConformanceCase, expectSame } from './conformance-case.ts';
import { actions, attemptOf, charge, done, type OutboxBench, step } from './outbox-bench.ts';
import { outboxPromises } from './outbox-promises.ts';
import { steppedClock } from './stepped-clock.ts';

/**
 * Opens an empty outbox. `clock` may be ignored by a store that has a clock of its own, as long as
 * both pass alike.
 */
export type OutboxFactory = (options: { readonly clock: Clock }) => Promise<Outbox>;

/**
 * What every outbox promises, as cases for any test runner.
 *
 * ```ts
 * import { sqliteOutbox } from '@affiche/publish';
 * import { outboxConformance } from '@affiche/publish/conformance';
 *
 * const cases = outboxConformance((options) => sqliteOutbox(':memory:').open(options));
 * for (const each of cases) await each.run();
 * cases.length > 10; // => true
 * ```
 */
export function outboxConformance(factory: OutboxFactory): ConformanceCase[] {
  const promise = (name: string, work: (bench: OutboxBench) => Promise<void>): ConformanceCase => ({
    name,
    async run() {
      const clock = steppedClock(Date.parse('2027-01-04T08:00:00Z'));
      const outbox = await factory({ clock });
      try {
        await work({ outbox, ...actions(outbox, clock, await outbox.now()) });
      } finally {
        await outbox.close();
      }
    },
  });
  return [
    promise('applies a plan all or none', async ({ outbox, plan, create }) => {
      await plan(create('a'));
      const result = await plan(create('b'), create('a'));
      expectSame(result.stale, 'a', 'the stale publication');
      expectSame((await outbox.list({})).length, 1, 'publications');
    }),
    promise('finds what says the same on the same network', async ({ outbox, plan, create }) => {
      const [a, b] = [create('a'), create('b')];
      await plan(a, b);
      const found = await outbox.list({ words: wordsOf(b.publication) });
      expectSame(
        found.some(({ publication }) => publication.id === 'b'),
        true,
        'whether it is found',
      );
    }),
    promise('lets one of many claim a publication', async ({ outbox, plan, create }) => {
      await plan(create('a'));
      const claims = await Promise.all(
        ['v', 'w', 'x'].map((worker) => outbox.claim('a', { worker, leaseSeconds: 60 })),
      );
      expectSame(claims.filter(Boolean).length, 1, 'claims');
    }),
    promise('does not claim before it is due', async ({ outbox, plan, create, due }) => {
      await plan(create('a', 3600));
      expectSame(await outbox.claim('a', { worker: 'w', leaseSeconds: 60 }), undefined, 'claim');
      expectSame((await due()).ready, [], 'due');
    }),
    promise(
      'names what is due, urgent first, and when the next one is',
      async ({ outbox, plan, create, due }) => {
        await plan(create('a'), create('b', 0, 'urgent'), create('c', 3600));
        const { ready, nextAt } = await due();
        expectSame(
          ready.map(({ id }) => id),
          ['b', 'a'],
          'due',
        );
        const wait = Math.round(((nextAt ?? 0) - (await outbox.now())) / 60_000);
        expectSame(wait, 60, 'minutes until the next');
      },
    ),
    promise('lets a more urgent one go first, whoever holds it', async (bench) => {
      const { plan, create, take, arm } = bench;
      await plan(create('a'), create('b', 0, 'urgent'));
      const early = await take('a');
      expectSame((await arm(early)).status, 'wait', 'the normal one');
      expectSame((await arm(await take('b'))).status, 'armed', 'the urgent one');
      expectSame((await arm(early)).status, 'armed', 'the normal one afterwards');
    }),
    promise(
      'has at most one open attempt of a step',
      async ({ outbox, plan, create, take, arm }) => {
        await plan(create('a'));
        const claim = await take('a');
        expectSame((await arm(claim)).status, 'armed', 'first');
        expectSame((await arm(claim)).status, 'lost', 'second');
        expectSame((await outbox.steps('a'))[0]?.attempt?.number, 1, 'open attempt');
      },
    ),
    promise(
      'does not arm one that says the same as another in doubt',
      async ({ outbox, plan, create, take, arm }) => {
        await plan(create('a'), create('b'), create('c'));
        const [a, b, c] = [await take('a'), await take('b'), await take('c')];
        expectSame((await arm(a, 'alike')).status, 'armed', 'the first');
        expectSame((await arm(b, 'alike')).status, 'twin', 'the second');
        expectSame((await arm(c, 'other')).status, 'armed', 'one that says something else');
        const close = { step: 'post-0', outcome: 'absent' } as const;
        await outbox.judge(a, { close, event: 'absent' });
        expectSame((await arm(b, 'alike')).status, 'armed', 'the second, when the first is gone');
      },
    ),
    promise(
      'does not arm for a claim that was taken over',
      async ({ outbox, plan, create, arm }) => {
        await plan(create('a'));
        const old = await outbox.claim('a', { worker: 'v', leaseSeconds: 0 });
        const fresh = await outbox.claim('a', { worker: 'w', leaseSeconds: 60 });
        if (!old || !fresh) throw new Error('a lease that has run out could not be taken over');
        expectSame((await arm(old)).status, 'lost', 'the old claim');
        expectSame((await arm(fresh)).status, 'armed', 'the fresh claim');
      },
    ),
    promise(
      'does not arm what was cancelled, changed or paused',
      async ({ outbox, plan, create, take, arm }) => {
        await plan(create('a'), create('b'), create('c'));
        const claims = [await take('a'), await take('b'), await take('c')];
        expectSame(await outbox.edit('a', { kind: 'cancel' }, 'me'), 'done', 'cancelling');
        await plan({ ...create('b', 60), kind: 'update', basis: 1 });
        await outbox.pause({ scope: '*', by: 'me', reason: 'test' });
        const statuses = [];
        for (const claim of claims) statuses.push((await arm(claim)).status);
        expectSame(statuses, ['lost', 'lost', 'lost'], 'arming');
      },
    ),
    promise('stores a fact from whoever learnt it', async ({ outbox, plan, create, take, arm }) => {
      await plan(create('a'));
      const attempt = attemptOf(await arm(await take('a')));
      await outbox.edit('a', { kind: 'cancel' }, 'me');
      expectSame(await outbox.learn('a', attempt, done('x1')), 'recorded', 'the fact');
      expectSame((await outbox.find(['a']))[0]?.state, 'published', 'state');
      expectSame(await outbox.learn('a', attempt, done('x1')), 'known', 'the fact again');
    }),
    promise('does not begin again what was cancelled', async ({ outbox, plan, create, take }) => {
      await plan(create('a'));
      const upload = { ...step, id: 'upload', item: undefined, visibility: 'none' as const };
      const freeze = [upload, { ...step, needs: ['upload'] }];
      const request = { step: 'upload', freeze, charges: [], timeoutSeconds: 5 };
      const attempt = attemptOf(await outbox.arm(await take('a'), request));
      expectSame(await outbox.edit('a', { kind: 'cancel' }, 'me'), 'done', 'cancelling');
      await outbox.learn('a', attempt, done('u1'));
      const [entry] = await outbox.find(['a']);
      expectSame([entry?.state, entry?.nextAt], ['cancelled', undefined], 'state');
    }),
    promise('refuses a judgement without the newest claim', async ({ outbox, plan, create }) => {
      await plan(create('a'));
      const old = await outbox.claim('a', { worker: 'v', leaseSeconds: 0 });
      await outbox.claim('a', { worker: 'w', leaseSeconds: 60 });
      if (!old) throw new Error('it could not be claimed');
      const judgement = { state: 'failed', delaySeconds: null, event: 'failed' } as const;
      expectSame(await outbox.judge(old, judgement), false, 'the judgement');
      expectSame((await outbox.find(['a']))[0]?.state, 'planned', 'state');
    }),
    promise(
      'refuses to close an attempt of which a fact is known',
      async ({ outbox, plan, create, take, arm }) => {
        await plan(create('a'));
        const claim = await take('a');
        await outbox.learn('a', attemptOf(await arm(claim)), done('x1'));
        const judged = await outbox.judge(claim, {
          close: { step: 'post-0', outcome: 'absent' },
          event: 'absent',
        });
        expectSame(judged, false, 'the judgement');
        expectSame((await outbox.find(['a']))[0]?.state, 'published', 'state');
      },
    ),
    promise('gives a post to one publication only', async ({ outbox, plan, create, take, arm }) => {
      await plan(create('a'), create('b'));
      const outcomes = [];
      for (const id of ['a', 'b']) {
        const attempt = attemptOf(await arm(await take(id)));
        outcomes.push(await outbox.learn(id, attempt, done('x1')));
      }
      expectSame(outcomes, ['recorded', 'foreign'], 'facts');
    }),
    promise('takes from every window of a budget, or from none', async ({ outbox }) => {
      const first = await outbox.reserve('r1', [charge('wide', 9), charge('narrow', 1)], 5);
      const second = await outbox.reserve('r2', [charge('wide', 9), charge('narrow', 1)], 5);
      expectSame(first, undefined, 'the first');
      expectSame(second?.bucket, 'narrow', 'what the second waits for');
      const left = [];
      for (let index = 0; index < 9; index += 1)
        left.push(await outbox.reserve(`w${index}`, [charge('wide', 9)], 5));
      expectSame(left.filter((wait) => wait === undefined).length, 8, 'room that is left');
    }),
    promise(
      'lets in no more than a budget has room for',
      async ({ outbox, plan, create, take, due }) => {
        await plan(create('a'), create('b'), create('c'));
        const budget = charge('narrow', 2);
        await outbox.reserve('r', [charge('narrow', 2)], 5);
        for (const id of ['a', 'b', 'c']) {
          const waiting = { event: 'waiting', waitsFor: 'narrow' } as const;
          await outbox.judge(await take(id), waiting);
        }
        const { ready, nextAt } = await due({ budgets: [budget] });
        expectSame(
          ready.map(({ id }) => id),
          ['a'],
          'who is let in',
        );
        const wait = Math.round(((nextAt ?? 0) - (await outbox.now())) / 60_000);
        expectSame(wait, 60, 'minutes until there is room for another');
      },
    ),
    promise(
      'does not write down twice why something waits',
      async ({ outbox, plan, create, take }) => {
        await plan(create('a'));
        const waiting = { event: 'waiting', note: 'there is a reason', delaySeconds: 0 } as const;
        for (const judgement of [waiting, waiting, { ...waiting, note: 'there is another' }]) {
          await outbox.judge(await take('a'), judgement);
        }
        const events = (await outbox.log({})).map(({ event }) => event);
        expectSame(events, ['planned', 'waiting', 'waiting'], 'events');
      },
    ),
    promise('gives a lease to one holder', async ({ outbox }) => {
      expectSame(await outbox.lease('login', 'v', 60), true, 'the first');
      expectSame(await outbox.lease('login', 'w', 60), false, 'the second');
      await outbox.release('login', 'v');
      expectSame(await outbox.lease('login', 'w', 60), true, 'the second after a release');
    }),
    promise('seals its log', async ({ outbox, plan, create, take, arm }) => {
      await plan(create('a'), create('b'));
      await arm(await take('a'));
      await outbox.edit('b', { kind: 'cancel' }, 'me');
      const log = await outbox.log({});
      expectSame(
        log.map(({ event }) => event),
        ['planned', 'planned', 'armed', 'cancelled'],
        'events',
      );
      expectSame(findBrokenLogEntry(log), undefined, 'a broken entry');
    }),
    ...Object.entries(outboxPromises).map(([name, keep]) => promise(name, keep)),
  ];
}
