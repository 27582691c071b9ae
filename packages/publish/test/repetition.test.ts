import type { Plan } from '@affiche/publish';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const rules = ({ changes }: Plan) =>
  Object.fromEntries(changes.map(({ id, findings }) => [id, findings.map(({ rule }) => rule)]));

const galette = 'The galette is back in all our shops from Monday, with almonds or with apples.';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    publication(`p${index}`, { texts: [`${galette} Number ${index} of many, many more.`] }),
  );

describe('a plan that repeats itself', () => {
  it('is refused where several accounts of one network would say the same', async () => {
    const { publisher } = bench();
    const cafe = { platform: 'model', id: 'cafe' };
    const publications = [
      publication('a', { texts: [galette] }),
      publication('b', { texts: [galette.toUpperCase()], account: cafe }),
    ];
    const plan = await publisher.plan(publications);
    expect(rules(plan)).toEqual({ a: [], b: ['publish/text/same-for-several-accounts'] });
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-has-errors',
    });
    const allowed = await publisher.plan(publications, { sameText: 'allow' });
    expect(rules(allowed)).toEqual({ a: [], b: [] });
  });

  it('is refused what another plan says on another account, until that was taken back', async () => {
    const { publisher, network } = bench();
    const texts = [galette, 'And so are the candles.'];
    await approve(publisher, [publication('a', { texts, threadFailure: 'rollback' })]);
    const other = publication('b', {
      texts: [texts.join(' ')],
      account: { platform: 'model', id: 'cafe' },
    });
    const rule = 'publish/text/same-for-several-accounts';
    expect(rules(await publisher.plan([other]))).toEqual({ b: [rule] });
    expect(rules(await publisher.plan([other], { sameText: 'allow' }))).toEqual({ b: [] });
    network.faults.push('none', 'refused');
    await publisher.run();
    expect(rules(await publisher.plan([other]))).toEqual({ b: [] });
  });

  it('is warned of saying the same, or nearly, on one account, in the queue and in the past', async () => {
    const { publisher } = bench();
    await approve(publisher, [publication('a', { texts: [galette] })]);
    await publisher.run();
    const plan = await publisher.plan([
      publication('again', { texts: [`${galette}!`] }),
      publication('nearly', { texts: [galette.replace('Monday', 'Tuesday')] }),
      publication('other', { texts: ['Closed on Sunday, because bakers sleep too.'] }),
    ]);
    expect(rules(plan)).toEqual({
      again: ['publish/text/repeated'],
      nearly: ['publish/text/near-duplicate'],
      other: [],
    });
  });

  it('is compared in linear time', { timeout: 60_000 }, async () => {
    const { publisher } = bench();
    const least = new Map<number, number>();
    const measure = async (count: number) => {
      const publications = many(count);
      const before = process.cpuUsage();
      await publisher.plan(publications);
      const { user, system } = process.cpuUsage(before);
      least.set(count, Math.min(user + system, least.get(count) ?? Infinity));
    };
    // A busy machine makes one turn slow, and hardly all of them.
    for (const count of [250, 1500, 375, 1500, 375]) await measure(count);
    expect(least.get(1500)! / least.get(375)!).toBeLessThan(8);
  });
});
