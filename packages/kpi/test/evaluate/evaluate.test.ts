import { evaluate } from '@affiche/kpi';
import { describe, expect, it } from 'vitest';

const one = { reactions: 100, comments: 15, shares: 5, reach: 4000, impressions: 6000 };

describe('evaluate', () => {
  it('gives the rates of one post', () => {
    const row = { ...one, followersAtPublication: 10_000 };
    const { groups } = evaluate(
      ['er_by_reach', 'er_by_impressions', 'er_by_followers_post', 'frequency'],
      [row],
    );
    const values = Object.values(groups[0]!.values).map(({ value }) => value);
    expect(values).toEqual([0.03, 0.02, 0.012, 1.5]);
  });

  it('takes the ratio of sums, and the mean of ratios only under its own name', () => {
    const posts = [
      { reactions: 5, comments: 0, shares: 0, impressions: 100 },
      { reactions: 10, comments: 0, shares: 0, impressions: 1000 },
    ];
    const { groups } = evaluate(['er_by_impressions', 'er_by_impressions_post_mean'], posts);
    expect(groups[0]!.values['er_by_impressions']!.value).toBeCloseTo(15 / 1100, 15);
    expect(groups[0]!.values['er_by_impressions_post_mean']!.value).toBeCloseTo(0.03, 15);
  });

  it('never adds up people reached', () => {
    const value = evaluate(['er_by_reach', 'reach'], [one, one]).groups[0]!.values['er_by_reach']!;
    expect(value).toMatchObject({ value: null, status: 'missing-input' });
    expect(value.caveats.map(({ code }) => code)).toContain('not-additive');
  });
});
