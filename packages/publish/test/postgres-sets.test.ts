import { isDeepStrictEqual } from 'node:util';
import {
  contentHash,
  money,
  price,
  Publication,
  simulatedClock,
  systemClock,
  wallTimeAt,
} from '@affiche/core';
import { findBrokenLogEntry, sqliteOutbox } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { start, step } from './bench.ts';
import { emptySchema, postgresDatabase } from './postgres-database.ts';

// Whatever is asked at once shares a transaction, and its statements. That must not be seen.
const database = await postgresDatabase();
const accounts = ['a', 'b', 'c', 'd'];
const ids = Array.from({ length: 10 }, (_, index) => `p${index}`);
const accountOf = (id: string) => accounts[Number(id.slice(1)) % accounts.length] ?? '';

type Outbox = Awaited<ReturnType<ReturnType<typeof sqliteOutbox>['open']>>;
type Claim = NonNullable<Awaited<ReturnType<Outbox['claim']>>>;
type Attempt = Parameters<Outbox['learn']>[1];

async function fill(outbox: Outbox): Promise<void> {
  const dueAt = (await outbox.now()) - 1000;
  const changes = ids.map((id) => {
    const publication = Publication.parse({
      id,
      account: { platform: 'model', id: accountOf(id) },
      at: wallTimeAt(start, 'Europe/Paris'),
      draft: { id, items: [{ text: id }] },
    });
    const hash = contentHash(publication);
    return { kind: 'create' as const, publication, hash, dueAt, scope: 'test', basis: 0 };
  });
  await outbox.apply(changes, { approvedBy: 'me', plan: 'test', zoneData: 'test' });
}

/** Somebody who works on publications, and remembers what came of it. */
function worker(outbox: Outbox) {
  const claims = new Map<string, Claim>();
  const attempts = new Map<string, Attempt>();
  const acts = {
    async claim(id: string) {
      const claim = await outbox.claim(id, { worker: 'w', leaseSeconds: 30 });
      if (claim) claims.set(id, claim);
      return claim;
    },
    async arm(id: string, flavour: number) {
      const claim = claims.get(id);
      if (!claim) return undefined;
      const windows = [{ points: 3, windowSeconds: 60 }];
      const bucket = flavour < 3 ? 'shared' : `own/${accountOf(id)}`;
      const arming = await outbox.arm(claim, {
        step: 'post-0',
        freeze: [step],
        charges: [
          { bucket: `gate/${accountOf(id)}`, points: 0, windows: [] },
          { bucket, points: 1, windows },
        ],
        timeoutSeconds: 5,
        likeness: `${accountOf(id)}/${flavour % 4}`,
        ...(flavour % 2 === 0 && {
          price: price('0.40', 'EUR'),
          limits: [{ scope: '*', period: 'day' as const, amount: money('1.30', 'EUR') }],
        }),
      });
      if (arming.status === 'armed') attempts.set(id, arming.attempt);
      return arming;
    },
    async learn(id: string, flavour: number) {
      const attempt = attempts.get(id);
      if (!attempt) return undefined;
      const output = { id: `post-${accountOf(id)}-${flavour % 4}` };
      const evidence = { statement: 'it answered' };
      return outbox.learn(id, attempt, { kind: 'done', output, evidence });
    },
    async judge(id: string, flavour: number) {
      const claim = claims.get(id);
      if (!claim) return undefined;
      const outcome = flavour % 2 === 0 ? 'rejected' : 'absent';
      const close = { step: 'post-0', outcome } as const;
      return outbox.judge(claim, { close, delaySeconds: 1, event: outcome });
    },
    cancel: (id: string) => outbox.edit(id, { kind: 'cancel' }, 'me'),
    pause: (id: string) =>
      outbox.pause({ scope: `account:model:${accountOf(id)}`, by: 'me', reason: 'test' }),
    resume: (id: string) => outbox.resume(`account:model:${accountOf(id)}`, 'me'),
  };
  return (act: keyof typeof acts, id: string, flavour: number) => acts[act](id, flavour);
}

type Act = Parameters<ReturnType<typeof worker>>[0];
interface Round {
  readonly act: Act;
  readonly of: readonly (readonly [id: string, flavour: number])[];
}

const anId = fc.constantFrom(...ids);
const aFlavour = fc.nat(7);
/** Works of one kind that are asked for at once, or something that stands alone. */
const aRound = fc.oneof(
  fc.record({
    act: fc.constantFrom<Act>('claim', 'claim', 'arm', 'arm', 'arm', 'learn', 'learn', 'judge'),
    of: fc.array(fc.tuple(anId, aFlavour), { minLength: 2, maxLength: 6 }),
  }),
  fc.record({
    act: fc.constantFrom<Act>('cancel', 'pause', 'resume'),
    of: fc.tuple(fc.tuple(anId, aFlavour)),
  }),
);

const opening: Round = { act: 'claim', of: ids.map((id) => [id, 0]) };

/** All that an outbox tells of itself. */
async function everything(outbox: Outbox) {
  const steps = await Promise.all(ids.map((id) => outbox.steps(id)));
  const spent = await outbox.spent({ scope: '*', currency: 'EUR', from: 0 });
  const due = await outbox.due({ limit: 99, platforms: ['model'], except: [] });
  const ready = due.ready.map(({ id }) => id).toSorted();
  const lists = [await outbox.list({}), await outbox.posts({}), await outbox.log({})];
  return { steps, spent, ready, nextAt: due.nextAt, lists };
}

/** An embedded outbox on which the same is done, one after another. */
async function loner(rounds: readonly Round[]) {
  const clock = simulatedClock({ start });
  const outbox = await sqliteOutbox(':memory:').open({ clock });
  await fill(outbox);
  const work = worker(outbox);
  async function take({ act, of }: Round) {
    const results = [];
    for (const one of of) results.push(await work(act, ...one));
    const log = await outbox.log({});
    await clock.advance(2);
    return { results, log };
  }
  for (const round of rounds) await take(round);
  return { outbox, take };
}

/** Every order of them, the given one first. */
function* orders<Each>(all: readonly Each[]): Generator<Each[]> {
  if (all.length === 0) yield [];
  for (const [index, each] of all.entries()) {
    for (const rest of orders(all.toSpliced(index, 1))) yield [each, ...rest];
  }
}

describe('works that share a transaction', () => {
  it('end as they do one after another, in some order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aRound, { minLength: 8, maxLength: 16 }), async (rounds) => {
        await emptySchema(database, 'sets');
        const clock = simulatedClock({ start });
        const together = await postgresOutbox(database, { schema: 'sets' }).open({ clock });
        await fill(together);
        const crowd = worker(together);
        const done: Round[] = [];
        let singly = await loner(done);

        /** Finds the order in which one after another ends like this. */
        async function retrace({ act, of }: Round, results: unknown[], log: unknown) {
          for (const order of orders([...of.keys()])) {
            const round = { act, of: order.map((index) => of[index] ?? (['', 0] as const)) };
            const seen = await singly.take(round);
            const same = isDeepStrictEqual(
              [seen.results, seen.log],
              [order.map((index) => results[index]), log],
            );
            if (same) return done.push(round);
            await singly.outbox.close();
            singly = await loner(done);
          }
          return expect(results).toBe('what comes of it in some order');
        }

        try {
          for (const round of [opening, ...rounds]) {
            const results = await Promise.all(round.of.map((one) => crowd(round.act, ...one)));
            await retrace(round, results, await together.log({}));
            await clock.advance(2);
          }
          expect(await everything(together)).toEqual(await everything(singly.outbox));
          expect(findBrokenLogEntry(await together.log({}))).toBeUndefined();
        } finally {
          await Promise.all([together.close(), singly.outbox.close()]);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('keep every text as it was said, whatever signs a list is made of', async () => {
    await emptySchema(database, 'sets');
    const outbox = await postgresOutbox(database, { schema: 'sets' }).open({
      clock: systemClock(),
    });
    const sign = fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      ',',
      'NULL',
      ' ',
      '\n',
      'é',
      '👍',
      "'",
      '$1',
      '?',
    );
    const word = fc.string({ unit: sign, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 8 }), async (words) => {
        await Promise.all(words.map((each) => outbox.keepFacts(`of ${each}`, [each])));
        const kept = await Promise.all(words.map((each) => outbox.facts(`of ${each}`)));
        expect(kept.map((facts) => facts?.value)).toEqual(words.map((each) => [each]));
      }),
      { numRuns: 20 },
    );
    await outbox.close();
  });

  it('wait for nobody who waits for somebody else’s row', { timeout: 30_000 }, async () => {
    await emptySchema(database, 'sets');
    const outbox = await postgresOutbox(database, { schema: 'sets' }).open({
      clock: systemClock(),
    });
    await fill(outbox);
    const work = worker(outbox);
    const some = ids.slice(0, 4);
    for (const id of some) await work('claim', id, 0);
    const other = new Client({ connectionString: database });
    await other.connect();
    await other.query(`BEGIN; SELECT * FROM sets.chain WHERE name = 'model:b' FOR UPDATE`);
    let isHeld = true;
    const armed = some.map(async (id) => [id, await work('arm', id, 7), isHeld] as const);
    const [first] = await Promise.all(
      armed.filter((_, index) => accountOf(some[index] ?? '') !== 'b'),
    );
    expect(first).toMatchObject(['p0', { status: 'armed' }, true]);
    isHeld = false;
    await other.query('COMMIT');
    await other.end();
    expect(await armed[1]).toMatchObject(['p1', { status: 'armed' }, false]);
    expect(findBrokenLogEntry(await outbox.log({}))).toBeUndefined();
    await outbox.close();
  });
});
