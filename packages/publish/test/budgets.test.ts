import { accountKey, type AnyPlatform, instant, type Publication } from '@affiche/core';
import type { ModelPost } from '@affiche/publish/conformance';
import { describe, expect, it } from 'vitest';
import { account, approve, bench, publication } from './bench.ts';

const rule = (points: number, windowSeconds: number, per: 'account' | 'app' = 'account') =>
  ({ bucket: 'writes', per, points, windowSeconds, kind: 'sliding' }) as const;

const many = (count: number, rest = {}) =>
  Array.from({ length: count }, (_, index) => publication(`p${index}`, rest));

const at = (minute: number) => ({ at: `2027-01-04T08:0${minute}:00Z` });

/** The most posts that came out within so many seconds. */
function mostWithin(posts: readonly ModelPost[], seconds: number): number {
  const moments = posts.map(({ createdAt }) => createdAt);
  return Math.max(
    ...moments.map((end) => moments.filter((at) => at > end - seconds * 1000 && at <= end).length),
  );
}

describe('11: rate budgets', () => {
  it('hold over several windows at once, and use them up', async () => {
    const { publisher, network, clock } = bench({}, { rates: [rule(3, 60), rule(10, 3600)] });
    await approve(publisher, many(12));
    const begun = clock.monotonic();
    await publisher.run();
    expect(network.posts).toHaveLength(12);
    expect(mostWithin(network.posts, 60)).toBe(3);
    expect(mostWithin(network.posts, 3600)).toBe(10);
    expect(clock.monotonic() - begun).toBeLessThan(3600 + 61);
  });

  it('are shared by every account where they are counted by app', async () => {
    const { publisher, network } = bench({}, { rates: [rule(2, 60, 'app')] });
    const accounts = ['a', 'b', 'c'].map((id) => ({ platform: 'model', id }));
    await approve(
      publisher,
      accounts.map((each) => publication(each.id, { account: each })),
    );
    await publisher.run();
    expect(mostWithin(network.posts, 60)).toBe(2);
    expect(network.posts).toHaveLength(3);
  });

  it('are shared by every process on the outbox', async () => {
    const { publisher, open, network, clock } = bench({}, { rates: [rule(3, 60)] });
    await approve(publisher, many(9));
    await clock.advance(60);
    await Promise.all(['w1', 'w2', 'w3'].map((worker) => open({ worker }).run()));
    expect(network.posts).toHaveLength(9);
    expect(mostWithin(network.posts, 60)).toBe(3);
  });

  it('let an urgent reply overtake posts that wait', async () => {
    const { publisher, network } = bench({}, { rates: [rule(1, 600)] });
    await approve(publisher, [
      ...many(3),
      publication('urgent', { at: '2027-01-04T08:05:00Z', priority: 'urgent' }),
    ]);
    await publisher.run();
    expect(network.posts.map(({ intent }) => intent)).toEqual(['p0/0', 'urgent/0', 'p1/0', 'p2/0']);
  });

  it('send nothing before the moment that a refusal names', async () => {
    const { publisher, network } = bench();
    network.faults.push('throttled');
    await approve(publisher, many(2));
    await publisher.run();
    expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
      '2027-01-04T08:01:30.000Z',
      '2027-01-04T08:01:30.000Z',
    ]);
    expect((await publisher.status()).counts.published).toBe(2);
  });

  it('are learnt from answers', async () => {
    const { adapter, network, open } = bench({}, { rates: [rule(100, 60)] });
    const learning: AnyPlatform = {
      ...adapter,
      async run(...call) {
        const { observeRate, clock } = call[3];
        const resetAt = instant(clock.now() + 60_000);
        observeRate({ bucket: 'writes', limit: 2, windowSeconds: 60, resetAt, refused: false });
        return adapter.run(...call);
      },
    };
    const publisher = open({ platforms: [learning] });
    await approve(publisher, many(6));
    await publisher.run();
    expect(mostWithin(network.posts, 60)).toBe(2);
  });

  const resetAt = '2027-01-04T08:05:00.000Z';
  it.each([
    [
      'that nothing is left, until it gives more',
      { remaining: 0, resetAt, refused: false },
      resetAt,
    ],
    ['no and not until when, for a minute', { refused: true }, '2027-01-04T08:02:00.000Z'],
  ])('are closed by an answer that says %s', async (_, said, moment) => {
    const { adapter, network, open } = bench();
    const spent: AnyPlatform = {
      ...adapter,
      async run(...call) {
        call[3].observeRate({ bucket: '*', ...said });
        return adapter.run(...call);
      },
    };
    const publisher = open({ platforms: [spent] });
    await approve(publisher, many(2));
    await publisher.run();
    expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
      '2027-01-04T08:01:00.000Z',
      moment,
    ]);
  });

  it('count what somebody else used of the same account', async () => {
    const { adapter, network, open } = bench({}, { rates: [rule(4, 60)] });
    const left = { bucket: 'writes', limit: 4, remaining: 1, windowSeconds: 60, refused: false };
    const shared: AnyPlatform = {
      ...adapter,
      async run(...call) {
        call[3].observeRate(left);
        return adapter.run(...call);
      },
    };
    const publisher = open({ platforms: [shared] });
    await approve(publisher, many(3));
    await publisher.run();
    expect(mostWithin(network.posts, 60)).toBe(2);
  });

  it('hold for logging in too', async () => {
    const login = { ...rule(1, 600), bucket: 'login' };
    const { publisher, network } = bench({ login: true }, { rates: [login] });
    await approve(publisher, [publication('a'), publication('b', { at: '2027-01-04T08:02:00Z' })]);
    await publisher.run({ until: '2027-01-04T08:01:30Z' });
    network.expireTokens();
    await publisher.run();
    expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
      '2027-01-04T08:01:00.000Z',
      '2027-01-04T08:11:00.000Z',
    ]);
  });

  it('a process killed while it logged in keeps nobody else out for good', async () => {
    const { publisher, network, outbox, clock } = bench({ login: true });
    await approve(publisher, [publication('a')]);
    network.expireTokens();
    await clock.advance(60);
    const ledger = await outbox.open({ clock });
    await ledger.lease('credentials/model:bakery', 'a process that is gone', 60);
    await publisher.run({ until: '2027-01-04T08:05:00Z' });
    expect(network.posts).toHaveLength(1);
    expect((await publisher.status()).pauses).toEqual([]);
  });

  it('are foreseen by the plan', async () => {
    const { publisher } = bench({}, { rates: [rule(2, 60)] });
    const plan = await publisher.plan(many(3));
    const bucket = `model/writes/account:${accountKey(account)}`;
    expect(plan.costs).toEqual({ [bucket]: 3 });
    expect(plan.quotas).toMatchObject([{ bucket, peak: 3, limit: 2, windowSeconds: 60 }]);
    expect(plan.findings.map(({ rule: name }) => name)).toEqual(['publish/quota/exceeded']);
  });

  it('are foreseen with what is queued for them already, and what went out', async () => {
    const { publisher } = bench({}, { rates: [rule(2, 180)] });
    const peaks = async (...wanted: Publication[]) => {
      const { quotas, costs } = await publisher.plan(wanted);
      return [quotas.map(({ peak }) => peak), Object.values(costs)];
    };
    await approve(publisher, [publication('a', at(1)), publication('b', at(2))]);
    // Those of one window count, whoever planned them; those of another, and what is changed, do not.
    expect(await peaks(publication('c', at(3)))).toEqual([[3], [1]]);
    expect(await peaks(publication('c', at(5)))).toEqual([[1], [1]]);
    expect(await peaks(publication('a', at(4)))).toEqual([[2], [1]]);
    expect(await peaks(publication('a', at(1)), publication('c', at(3)))).toEqual([[3], [1]]);
    await publisher.run();
    expect(await peaks(publication('c', at(4)))).toEqual([[2], [1]]);
  });

  it('that accounts share are foreseen with what is queued on all of them', async () => {
    const { publisher } = bench({}, { rates: [rule(2, 60, 'app')] });
    const elsewhere = { platform: 'model', id: 'cafe' };
    await approve(
      publisher,
      many(2).map((each) => ({ ...each, account: elsewhere })),
    );
    const plan = await publisher.plan([publication('c')]);
    expect(plan.quotas).toMatchObject([{ bucket: 'model/writes/app:', peak: 3, limit: 2 }]);
    expect(plan.findings.map(({ rule: name }) => name)).toEqual(['publish/quota/exceeded']);
  });
});
