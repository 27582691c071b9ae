import { epochMilliseconds } from '@affiche/core';
import { expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const rates = [
  { bucket: 'writes', per: 'app', points: 1, windowSeconds: 60, kind: 'sliding' },
] as const;

it.each([1, 3])(
  'an urgent post overtakes scheduled ones, in whichever of %i processes they wait',
  async (processes) => {
    const { publisher, open, network } = bench({}, { rates });
    const misfire = { policy: 'fire-once' } as const;
    const scheduled = Array.from({ length: 9 }, (_, index) => {
      const account = { platform: 'model', id: index % 2 === 0 ? 'bakery' : 'cafe' };
      return publication(`p${index}`, { misfire, account });
    });
    const urgent = publication('urgent', {
      misfire,
      priority: 'urgent',
      at: '2027-01-04T08:03:30Z',
      account: { platform: 'model', id: 'press' },
    });
    const low = publication('low', { misfire, priority: 'low' });
    await approve(publisher, [low, ...scheduled, urgent]);
    await Promise.all(Array.from({ length: processes }, () => open().run()));
    const order = network.posts.map(({ intent }) => intent);
    expect(order).toHaveLength(11);
    const late = network.posts.find(({ intent }) => intent === 'urgent/0')?.createdAt ?? Infinity;
    expect(late - epochMilliseconds('2027-01-04T08:03:30Z')).toBeLessThan(65_000);
    expect(order.at(-1)).toBe('low/0');
  },
);
