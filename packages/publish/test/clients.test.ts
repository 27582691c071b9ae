import type { Publication } from '@affiche/core';
import {
  findBrokenLogEntry,
  type LogEntry,
  type Publisher,
  type StatusFilter,
} from '@affiche/publish';
import { describe, expect, it } from 'vitest';
import { account, approve, bench, publication } from './bench.ts';

const of = (client: string | undefined, id: string, more: Parameters<typeof publication>[1] = {}) =>
  publication(id, { account: client === undefined ? account : { ...account, client }, ...more });

async function rulesOf(publisher: Publisher, ...wanted: readonly Publication[]) {
  const { changes } = await publisher.plan(wanted);
  return changes.map(({ findings }) => findings.map(({ rule }) => rule));
}

const told = (log: readonly LogEntry[]) =>
  log.map(({ publication: id, event }) => [id, event].filter(Boolean).join(' '));

const shared = ['publish/account/shared'];

describe('an account belongs to one client at a time', () => {
  it('so a plan for another is refused, and says whose the account is', async () => {
    const { publisher } = bench();
    await approve(publisher, [of('bakery', 'a')]);
    const plan = await publisher.plan([of('butcher', 'b')]);
    expect(plan.changes[0]?.findings).toEqual([
      {
        rule: 'publish/account/shared',
        severity: 'error',
        path: ['account', 'client'],
        message:
          'This is a post of the client "butcher", but model:bakery has a post of the client "bakery", "a": an account belongs to one client at a time.',
        fix: 'Write the same client for both, choose another account, or cancel the other first.',
      },
    ]);
    await expect(publisher.apply(plan, { approvedBy: 'Ana' })).rejects.toMatchObject({
      code: 'plan-has-errors',
    });
  });

  it('and what is without a client is the agency’s own, in one plan as in two', async () => {
    const { publisher } = bench();
    expect(
      await rulesOf(publisher, of('bakery', 'a'), of(undefined, 'b'), of('bakery', 'c')),
    ).toEqual([[], shared, []]);
    await approve(publisher, [of(undefined, 'own')]);
    expect(await rulesOf(publisher, of('bakery', 'a'))).toEqual([shared]);
    expect(await rulesOf(publisher, of(undefined, 'own'), of(undefined, 'b'))).toEqual([[], []]);
  });

  it('until nothing more of it is to come, or all of it changes hands', async () => {
    const { publisher } = bench();
    await approve(publisher, [
      of('bakery', 'a'),
      of('bakery', 'z', { at: '2027-01-05T08:00:00Z' }),
    ]);
    await publisher.run({ until: '2027-01-04T09:00:00Z' });
    expect(await rulesOf(publisher, of('butcher', 'b'))).toEqual([shared]);
    const later = { at: '2027-01-05T08:00:00Z' };
    expect(await rulesOf(publisher, of('butcher', 'b', later), of('butcher', 'z', later))).toEqual([
      [],
      [],
    ]);
    await publisher.cancel('z', { by: 'Ana' });
    expect(await rulesOf(publisher, of('butcher', 'b', later))).toEqual([[]]);
  });
});

describe('the log of a client', () => {
  it('shows nothing of another on the same account, and can be checked all the same', async () => {
    const { publisher } = bench();
    // Each was planned before the other was applied.
    const plans = await Promise.all([
      publisher.plan([of('bakery', 'a')]),
      publisher.plan([of('butcher', 'b'), of('butcher', 'c')]),
    ]);
    for (const plan of plans) await publisher.apply(plan, { approvedBy: `for ${plan.hash}` });
    await publisher.pause('account:model:bakery', { by: 'Ana', reason: 'the butcher did not pay' });
    await publisher.pause('client:bakery', { by: 'Ana', reason: 'holidays' });
    const log = await publisher.history({ client: 'bakery' });
    expect(told(log)).toEqual(['paused', 'a planned', 'withheld', 'withheld', 'withheld']);
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`butcher|"b"|"c"|${plans[1].hash}`));
    const exported = JSON.parse(JSON.stringify(log)) as LogEntry[];
    expect(findBrokenLogEntry(exported)).toBeUndefined();
    expect(findBrokenLogEntry(exported.toSpliced(2, 1))).toEqual(log[3]);
    const forged = exported.with(1, { ...exported[1]!, event: 'cancelled' });
    expect(findBrokenLogEntry(forged)).toEqual(forged[1]);
    // Only an export withholds: in the log itself nothing is hidden behind that word.
    const whole = await publisher.history();
    const hidden = whole.with(2, { ...whole[2]!, event: 'withheld', data: {} });
    expect(findBrokenLogEntry(whole)).toBeUndefined();
    expect(findBrokenLogEntry(hidden)).toEqual(hidden[2]);
    expect(await publisher.history({ client: 'nobody' })).toEqual([]);
  });

  it('does not tell what another had planned when the account changed hands', async () => {
    const { publisher } = bench();
    for (const client of ['bakery', 'butcher']) {
      const plan = await publisher.plan([of(client, 'a')]);
      await publisher.apply(plan, { approvedBy: client });
    }
    const log = await publisher.history({ client: 'butcher' });
    expect(told(log)).toEqual(['withheld', 'a changed']);
  });

  it('tells of a pause of the account as long as it is nobody else’s', async () => {
    const { publisher } = bench();
    await approve(publisher, [of('bakery', 'a')]);
    await publisher.pause('account:model:bakery', { by: 'Ana', reason: 'holidays' });
    expect(told(await publisher.history({ client: 'bakery' }))).toEqual(['a planned', 'paused']);
  });
});

it('a status tells of the stops of whom it is about', async () => {
  const { publisher } = bench();
  await approve(publisher, [of('bakery', 'a')]);
  const scopes = [
    '*',
    'client:bakery',
    'client:butcher',
    'account:model:bakery',
    'account:model:b',
  ];
  for (const scope of scopes) await publisher.pause(scope, { by: 'Ana', reason: 'a crisis' });
  const stopsOf = async (filter: StatusFilter) =>
    (await publisher.status(filter)).pauses.map(({ scope }) => scope);
  expect(await stopsOf({})).toHaveLength(5);
  const theirs = ['*', 'account:model:bakery', 'client:bakery'];
  expect(await stopsOf({ client: 'bakery' })).toEqual(theirs);
  expect(await stopsOf({ account: 'model:bakery' })).toEqual(theirs);
  expect(await stopsOf({ client: 'butcher' })).toEqual(['*', 'client:butcher']);
});
