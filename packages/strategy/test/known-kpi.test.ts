import { catalogue } from '@affiche/kpi';
import { knownKpis, reviewStrategy } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { soundStrategy } from './sound-strategy.ts';

describe('the KPIs that a review knows', () => {
  it.each(knownKpis)('say of $id what the catalogue says', (known) => {
    const { unit, family, better, facts } = catalogue().get(known.id) ?? {};
    expect({ unit, family, better, facts: facts?.toSorted() }).toEqual({
      unit: known.unit,
      family: known.family,
      better: known.better,
      facts: known.facts.toSorted(),
    });
  });

  it('can be replaced by the whole catalogue', () => {
    const strategy = soundStrategy();
    strategy.objectives[0]!.kpi = 'crisis_reach';
    const rules = (kpis = knownKpis) =>
      reviewStrategy(strategy, { today: '2026-12-28', kpis }).map(({ rule }) => rule);
    expect(rules()).toContain('strategy/objective/known-kpi');
    expect(rules([...catalogue().values()])).not.toContain('strategy/objective/known-kpi');
  });
});

describe('an objective and its network', () => {
  it.each([
    ['x', 'reach', '“Talk” needs reach, which X does not give.'],
    ['mastodon', 'impressions', '“Talk” needs impressions, which Mastodon does not give.'],
    ['bluesky', 'er_by_reach', '“Talk” needs reach, which Bluesky does not give.'],
    ['x', 'audience_size', undefined],
    ['linkedin', 'audience_size', undefined],
    ['pinterest', 'audience_size', undefined],
    ['mastodon', 'er_by_followers_post', undefined],
    ['mastodon', 'sessions', undefined],
    ['somewhere-else', 'reach', undefined],
  ])('on %s, %s', (platform, kpi, message) => {
    expect(judge(platform, kpi)).toEqual(message === undefined ? [] : [message]);
  });
});

/** What the review says of an objective that is measured on one network. */
function judge(platform: string, kpi: string): string[] {
  const strategy = soundStrategy();
  strategy.channels[0]!.account = { platform, id: '1' };
  strategy.objectives[0]!.kpi = kpi;
  return reviewStrategy(strategy, { today: '2026-12-28' })
    .filter(({ rule }) => rule === 'strategy/measurement/measurable')
    .map(({ message }) => message);
}
