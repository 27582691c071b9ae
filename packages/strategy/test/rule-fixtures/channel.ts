import { first, type RuleFixture } from './rule-fixture.ts';

/** Where the plan speaks, and about what. */
export const channelFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/channel/none',
    failing: (s) => void (s.channels = []),
    passing: (s) => void (first(s.channels).medium = 'earned'),
  },
  {
    rule: 'strategy/channel/retired',
    failing: (s) => void (first(s.channels).account.platform = 'google-plus'),
    passing: (s) => void (first(s.channels).account.platform = 'bluesky'),
  },
  {
    rule: 'strategy/channel/dormant',
    failing: (s) => void (first(s.channels).account.platform = 'viadeo'),
    passing: (s) => void (first(s.channels).account.platform = 'linkedin'),
  },
  {
    rule: 'strategy/channel/restricted',
    failing: (s) => void (first(s.channels).account.platform = 'snapchat'),
    passing: (s) => void (first(s.channels).account.platform = 'x'),
  },
  {
    rule: 'strategy/channel/unknown',
    failing: (s) => void (first(s.channels).account.platform = 'friendster-2'),
    passing: (s) => void (first(s.channels).account.platform = 'threads'),
  },
  {
    rule: 'strategy/channel/name',
    failing: (s) => void (first(s.channels).account.platform = 'Twitter'),
    passing: (s) => void (first(s.channels).account.platform = 'x'),
  },
  {
    rule: 'strategy/channel/twice',
    failing: (s) => void s.channels.push({ ...first(s.channels) }),
    passing: (s) =>
      void s.channels.push({ ...first(s.channels), account: { platform: 'mastodon', id: 'b' } }),
  },
  {
    rule: 'strategy/channel/personal',
    failing: (s) => void (first(s.channels).guard = 'personal'),
    passing: (s) => void (first(s.channels).guard = 'professional'),
  },
  {
    rule: 'strategy/channel/cadence-order',
    failing: (s) => void (first(s.channels).cadence.perWeek = { min: 5, max: 4 }),
    passing: (s) => void (first(s.channels).cadence.perWeek = { min: 4, max: 4 }),
  },
  {
    rule: 'strategy/channel/cadence-fits',
    failing: (s) =>
      void (first(s.channels).cadence = { perWeek: { min: 8, max: 8 }, minGapHours: 24 }),
    passing: (s) =>
      void (first(s.channels).cadence = { perWeek: { min: 7, max: 7 }, minGapHours: 24 }),
  },
  {
    rule: 'strategy/channel/always-quiet',
    failing: (s) => void (first(s.channels).quietHours = [{ from: '12:00', to: '11:01' }]),
    passing: (s) => void (first(s.channels).quietHours = [{ from: '12:00', to: '11:00' }]),
  },
  {
    rule: 'strategy/mix/pillars',
    failing: (s) => void (s.pillars = []),
    passing: (s) => void s.pillars.pop(),
  },
  {
    rule: 'strategy/mix/pillar-shares',
    failing: (s) => void (first(s.pillars).share = 0.7),
    passing: (s) =>
      void (s.pillars = Array.from({ length: 3 }, () => ({ ...first(s.pillars), share: 0.333 }))),
  },
  {
    rule: 'strategy/mix/category-shares',
    failing: (s) => void (s.mix!.categories = [{ id: 'value', name: 'Value', share: 0.8 }]),
    passing: (s) => void (s.mix!.categories = [{ id: 'value', name: 'Value', share: 1 }]),
  },
  {
    rule: 'strategy/mix/category-known',
    failing: (s) => void (first(s.pillars).category = 'fun'),
    passing: (s) => void delete s.mix,
  },
  {
    rule: 'strategy/mix/off-target',
    failing: (s) => void (s.mix!.preset = '70-20-10'),
    passing: (s) => void Object.assign(first(s.pillars), { share: 0.9 }),
  },
  {
    rule: 'strategy/mix/pillar-objective',
    failing: (s) => void (first(s.pillars).objectives = ['sing']),
    passing: (s) => void (first(s.pillars).objectives = ['sing', 'talk']),
  },
  {
    rule: 'strategy/shape/unknown-key',
    failing: (s) => void Object.assign(first(s.channels).account, { nickname: 'fournil' }),
    passing: (s) => void (first(s.channels).options = { anything: true }),
  },
  {
    rule: 'strategy/shape/duplicate-id',
    failing: (s) => void (s.pillars[1]!.id = 'craft'),
    passing: (s) => void (first(s.pillars).id = 'galette'),
  },
  {
    rule: 'strategy/shape/period',
    failing: (s) => void (s.period.to = '2027-01-03'),
    passing: (s) => void (s.period.to = '2027-01-04'),
  },
];
