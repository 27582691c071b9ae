import { money, price } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const cent = price('0.015', 'USD');
const limitOf = (amount: string, scope = '*', period: 'day' | 'month' = 'day') => ({
  scope,
  amount: money(amount, 'USD'),
  period,
});
const many = (count: number, prefix = 'p') =>
  Array.from({ length: count }, (_, index) => publication(`${prefix}${index}`));

describe('a plan of posts that cost money', () => {
  it('says how much, by account and currency, and an approval binds to that', async () => {
    const { publisher } = bench({}, { price: cent });
    const cafe = { platform: 'model', id: 'cafe' };
    const plan = await publisher.plan([...many(3), publication('c', { account: cafe })]);
    expect(plan.spending).toEqual([
      { account: 'model:bakery', amount: price('0.045', 'USD') },
      { account: 'model:cafe', amount: cent },
    ]);
    const cheaper = { ...plan, spending: [] };
    await expect(publisher.apply(cheaper, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-changed',
    });
    await publisher.apply(plan, { approvedBy: 'client' });
    expect((await publisher.plan(many(3))).spending).toEqual([]);
  });

  it('is refused where it would spend more than a limit, and names the posts', async () => {
    const limits = [
      limitOf('0.04'),
      limitOf('0.01', 'account:model:other'),
      { ...limitOf('0.01'), amount: money('0.01', 'EUR') },
    ];
    const { publisher } = bench({}, { price: cent }, { spending: limits });
    await approve(publisher, many(1));
    const plan = await publisher.plan(many(4));
    expect(plan.changes.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      [],
      [],
      ['publish/spending/exceeded'],
      ['publish/spending/exceeded'],
    ]);
    expect(plan.changes[2]?.findings[0]).toMatchObject({
      measured: 0.045,
      limit: 0.04,
      unit: 'USD',
    });
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-has-errors',
    });
    // What another plan will spend on the same day is spent.
    expect(
      (await publisher.plan([...many(2, 'q')])).changes.map(({ findings }) => findings.length),
    ).toEqual([0, 1]);
    const tomorrow = publication('later', { at: '2027-01-05T08:00:00Z' });
    expect((await publisher.plan([tomorrow])).changes[0]?.findings).toEqual([]);
  });
});

describe('a limit', () => {
  it('is shared by all publishers of an outbox, and parks what it has no money for', async () => {
    const { publisher, open, network } = bench({}, { price: cent });
    await approve(publisher, many(4));
    const spending = [limitOf('0.03', 'account:model:bakery', 'month')];
    await Promise.all([open({ spending }).run(), open({ spending }).run()]);
    expect(network.posts).toHaveLength(2);
    const { publications, counts } = await publisher.status();
    expect(counts).toMatchObject({ published: 2, parked: 2 });
    const parked = publications.find(({ state }) => state === 'parked');
    expect(parked?.note).toContain('over the limit of $0.03');
    expect(await publisher.retry(parked!.id, { by: 'Ana' })).toBe('done');
    await open({ spending: [limitOf('1.00')] }).run();
    expect(network.posts).toHaveLength(3);
  });

  it('counts what was sent, once, and not what is proved absent', async () => {
    const { publisher, open, network, outbox, clock } = bench({}, { price: cent });
    await approve(publisher, many(2));
    network.faults.push('refused', 'cut-before', 'cut-after');
    await open({ spending: [limitOf('0.03')] }).run();
    expect(network.posts).toHaveLength(1);
    const ledger = await outbox.open({ clock });
    const query = { scope: 'account:model:bakery', currency: 'USD', from: 0 };
    expect(await ledger.spent(query)).toBe(cent.micros);
    expect(await ledger.spent({ ...query, scope: 'client:other' })).toBe(0);
  });
});

it.each([
  { spending: [limitOf('1.00', 'account:bakery')] },
  { spending: [limitOf('1.00', '*', 'week' as never)] },
  { pollSeconds: 0 },
  { pollSeconds: Number.NaN },
  { concurrency: 0 },
  { perAccount: Number.NaN },
  { maxTries: 0 },
])('a publisher is not made with %j, which would limit or publish nothing', (option) => {
  expect(() => bench({}, {}, option)).toThrow(/is the scope of nothing|must be/);
});
