import { first, type RuleFixture } from './rule-fixture.ts';

/** Objectives and their targets. */
export const objectiveFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/objective/none',
    failing: (s) => void (s.objectives = []),
    passing: (s) => void s.objectives.push({ ...first(s.objectives), id: 'second' }),
  },
  {
    rule: 'strategy/objective/known-kpi',
    failing: (s) => void (first(s.objectives).kpi = 'engagement'),
    passing: (s) => void (first(s.objectives).kpi = 'engagements_per_post'),
  },
  {
    rule: 'strategy/objective/same-unit',
    failing: (s) => void (first(s.objectives).baselineUnit = 'fraction'),
    passing: (s) =>
      void Object.assign(first(s.objectives), { kpi: 'revenue', unit: 'EUR', kind: 'revenue' }),
  },
  {
    rule: 'strategy/objective/dates-in-order',
    failing: (s) => void (first(s.objectives).by = '2027-01-04'),
    passing: (s) => void (first(s.objectives).by = '2027-01-05'),
  },
  {
    rule: 'strategy/objective/inside-period',
    failing: (s) => void (first(s.objectives).by = '2027-03-29'),
    passing: (s) => void (first(s.objectives).from = '2027-01-05'),
  },
  {
    rule: 'strategy/objective/over',
    failing: (s) =>
      void Object.assign(first(s.objectives), { from: '2026-12-01', by: '2026-12-27' }),
    passing: (s) =>
      void Object.assign(first(s.objectives), { from: '2026-12-01', by: '2026-12-28' }),
  },
  {
    rule: 'strategy/objective/owner',
    failing: (s) => void (first(s.objectives).owner = 'nobody'),
    passing: (s) => void (first(s.objectives).owner = 'karim'),
  },
  {
    rule: 'strategy/objective/known-account',
    failing: (s) => void (first(s.objectives).account = 'mastodon:fournil'),
    passing: (s) => void (first(s.objectives).account = 'mastodon:fournil@mastodon.social'),
  },
  {
    rule: 'strategy/objective/known-audience',
    failing: (s) => void (first(s.objectives).audience = 'tourists'),
    passing: (s) => void delete first(s.objectives).audience,
  },
  {
    rule: 'strategy/objective/orphan',
    failing: (s) => void (first(s.objectives).alignsWith = ['unknown']),
    passing: (s) => void (first(s.objectives).alignsWith = ['unknown', 'visits']),
  },
  {
    rule: 'strategy/objective/plausible',
    failing: (s) => void (first(s.objectives).history = [500, 520, 510, 530, 515]),
    passing: (s) =>
      void Object.assign(first(s.objectives), {
        history: [500, 520, 510, 530, 515],
        rationale: 'The shop moves to the station.',
      }),
  },
  {
    rule: 'strategy/objective/few',
    failing: (s) => void (s.objectives = Array.from({ length: 6 }, () => first(s.objectives))),
    passing: (s) => void (s.objectives = Array.from({ length: 5 }, () => first(s.objectives))),
  },
  {
    rule: 'strategy/objective/level',
    failing: (s) => void (first(s.objectives).level = 'outcome'),
    passing: (s) => void (first(s.objectives).level = 'out-take'),
  },
  {
    rule: 'strategy/objective/vanity',
    failing: (s) =>
      void Object.assign(first(s.objectives), { kpi: 'audience_size', kind: 'revenue' }),
    passing: (s) =>
      void Object.assign(first(s.objectives), { kpi: 'audience_size', kind: 'awareness' }),
  },
  {
    rule: 'strategy/objective/kind',
    failing: (s) => void Object.assign(first(s.objectives), { kpi: 'sessions', kind: 'image' }),
    passing: (s) => void Object.assign(first(s.objectives), { kpi: 'sessions', kind: 'traffic' }),
  },
  {
    rule: 'strategy/objective/no-change',
    failing: (s) => void (first(s.objectives).baseline = 2400),
    passing: (s) => void (first(s.objectives).baseline = 2399),
  },
  {
    rule: 'strategy/objective/direction',
    failing: (s) => void (first(s.objectives).baseline = 2500),
    passing: (s) =>
      void Object.assign(first(s.objectives), {
        kpi: 'frt_median',
        unit: 'seconds',
        baseline: 7200,
        target: 3600,
      }),
  },
];
