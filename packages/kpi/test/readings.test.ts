import type { Reading } from '@affiche/core';
import { differenceSnapshots, evaluate, rowsFromReadings } from '@affiche/kpi';
import { describe, expect, it } from 'vitest';

const post: Reading = {
  subject: { kind: 'post', id: '1', platform: 'x', account: 'x:bakery' },
  fact: 'views',
  value: 100,
  window: 'lifetime',
  scope: 'organic',
  asOf: '2027-01-10T08:00:00Z',
  publishedAt: '2027-01-05T08:00:00Z',
  source: 'x',
};
const account: Reading = {
  subject: { kind: 'account', id: 'x:bakery', platform: 'x' },
  fact: 'impressions',
  value: 10,
  window: { from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' },
  scope: 'total',
  asOf: '2027-01-10T08:00:00Z',
  source: 'x',
};
const month = { from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' };

describe('rowsFromReadings', () => {
  it('makes one row of a post, from the latest reading of each fact', () => {
    const { rows } = rowsFromReadings([
      { ...post, value: 150, asOf: '2027-01-11T08:00:00Z' },
      post,
      { ...post, fact: 'saves', value: 3 },
    ]);
    expect(rows).toEqual([
      expect.objectContaining({
        subject: '1',
        views: 150,
        saves: 3,
        posts: 1,
        at: post.publishedAt,
      }),
    ]);
  });

  it('does not count a post twice that has both lifetime and daily counts', () => {
    const { rows } = rowsFromReadings([post, { ...post, window: month, value: 40 }]);
    expect(evaluate(['views'], rows).groups[0]!.values['views']!.value).toBe(100);
  });

  it('leaves out a month that lies over its days, and says so', () => {
    const { rows, findings } = rowsFromReadings([
      account,
      { ...account, window: month, value: 900 },
    ]);
    expect(evaluate(['impressions'], rows).groups[0]!.values['impressions']!.value).toBe(10);
    expect(findings).toMatchObject([
      { rule: 'kpi/reading/overlapping-windows', path: ['readings', 1, 'window'] },
    ]);
  });

  it('takes an account’s number of posts as a level, not as posts of the window', () => {
    const { rows } = rowsFromReadings([
      { ...account, fact: 'posts', value: 812, window: 'lifetime' },
    ]);
    expect(rows).toMatchObject([{ postsTotal: 812 }]);
  });

  it('reports a fact that it does not know', () => {
    const { rows, findings } = rowsFromReadings([{ ...post, fact: 'plusOnes' }]);
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([
      { rule: 'kpi/reading/unknown-fact', path: ['readings', 0, 'fact'] },
    ]);
  });

  it('keeps scopes in rows of their own', () => {
    const { rows } = rowsFromReadings([post, { ...post, scope: 'paid', value: 5 }]);
    expect(rows.map((row) => [row['scope'], row['views']])).toEqual([
      ['organic', 100],
      ['paid', 5],
    ]);
  });
});

describe('differenceSnapshots', () => {
  it('gives the growth between readings, and keeps corrections below zero', () => {
    const { readings, findings } = differenceSnapshots([
      { ...post, value: 90, asOf: '2027-01-12T08:00:00Z' },
      post,
      { ...post, value: 130, asOf: '2027-01-11T08:00:00Z' },
    ]);
    expect(readings.map(({ value }) => value)).toEqual([30, -40]);
    expect(readings[0]!.window).toEqual({ from: post.asOf, to: '2027-01-11T08:00:00Z' });
    expect(findings).toMatchObject([{ rule: 'kpi/reading/correction', measured: -40 }]);
  });
});
