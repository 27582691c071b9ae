import type { AnyPlatform } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const zone = 'America/Los_Angeles';
const rule = {
  bucket: 'writes',
  per: 'account',
  points: 2,
  windowSeconds: 86_400,
  kind: 'fixed',
  midnightIn: zone,
} as const;

/** Publications for a moment, each with a name of its own. */
const at = (moment: string, count: number) =>
  Array.from({ length: count }, (_, index) => publication(`${moment} ${index}`, { at: moment }));

describe('a budget that begins anew at a place’s midnight', () => {
  it('is whole then, however late in the day it was used', async () => {
    const { publisher, network } = bench({}, { rates: [rule] });
    await approve(publisher, at('2027-01-05T07:00:00Z', 5));
    await publisher.run();
    expect(network.posts.map(({ createdAt }) => new Date(createdAt).toISOString())).toEqual([
      expect.stringContaining('2027-01-05T07:00'),
      expect.stringContaining('2027-01-05T07:00'),
      expect.stringContaining('2027-01-05T08:00'),
      expect.stringContaining('2027-01-05T08:00'),
      expect.stringContaining('2027-01-06T08:00'),
    ]);
  });

  it('pays for every request of a look, and not only for the look', async () => {
    const readings = { ...rule, bucket: 'units', points: 6 };
    const { adapter, clock, open, publisher, network } = bench({}, { rates: [readings] });
    const reading: AnyPlatform = {
      ...adapter,
      manifest: { ...adapter.manifest, readCosts: [{ bucket: 'units', points: 1 }] },
      async insights(_account, posts, io) {
        for (const { id } of posts) await io.fetch(`https://model.example/posts/${id}`);
        return [];
      },
    };
    await approve(publisher, at('2027-01-04T09:00:00Z', 3));
    await publisher.run();
    const since = '2027-01-04T00:00:00Z';
    const reader = open({ platforms: [reading] });
    for (let time = 0; time < 3; time += 1) await reader.collect({ since });
    expect(network.posts).toHaveLength(3);
    // Two times three of six units, and the third time is the next day.
    expect(new Date(clock.now()).toISOString()).toContain('2027-01-05T08:00');
  });

  it('is added up by the plan day by day', async () => {
    const { publisher } = bench({}, { rates: [rule] });
    const calm = await publisher.plan([
      ...at('2027-01-05T07:59:00Z', 2),
      ...at('2027-01-05T08:01:00Z', 2),
    ]);
    expect(calm.quotas).toMatchObject([{ peak: 2, limit: 2 }]);
    expect(calm.findings).toEqual([]);
    const busy = await publisher.plan([
      ...at('2027-01-05T08:01:00Z', 2),
      ...at('2027-01-06T07:59:00Z', 1),
    ]);
    expect(busy.quotas).toMatchObject([{ peak: 3, limit: 2 }]);
    // A day on which the clocks go back has 25 hours.
    const long = await publisher.plan([
      ...at('2027-11-07T07:10:00Z', 2),
      ...at('2027-11-08T07:50:00Z', 1),
    ]);
    expect(long.quotas).toMatchObject([{ peak: 3, limit: 2 }]);
  });
});
