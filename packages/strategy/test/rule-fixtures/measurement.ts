import { first, type RuleFixture } from './rule-fixture.ts';

/** What is measured, and where the networks give it. */
export const measurementFixtures: readonly RuleFixture[] = [
  {
    rule: 'strategy/measurement/measure',
    failing: (s) => void (s.measurement.measures = []),
    passing: (s) => void s.measurement.measures.push({ ...first(s.measurement.measures) }),
  },
  {
    rule: 'strategy/measurement/source',
    failing: (s) => void (first(s.measurement.measures).source = ' '),
    passing: (s) => void (first(s.measurement.measures).source = 'the till'),
  },
  {
    rule: 'strategy/measurement/cadence',
    failing: (s) => void delete first(s.measurement.measures).cadence,
    passing: (s) => void (first(s.measurement.measures).cadence = 'quarterly'),
  },
  {
    rule: 'strategy/measurement/owner',
    failing: (s) => void (first(s.measurement.measures).owner = ''),
    passing: (s) => void (first(s.measurement.measures).owner = 'karim'),
  },
  {
    rule: 'strategy/measurement/objective',
    failing: (s) => void (first(s.measurement.measures).objective = 'sing'),
    passing: (s) => void (s.measurement.measures = []),
  },
  {
    rule: 'strategy/measurement/kpi',
    failing: (s) => void (first(s.measurement.measures).kpi = 'audience_size'),
    passing: (s) => {
      first(s.measurement.measures).kpi = 'audience_size';
      first(s.objectives).kpi = 'audience_size';
    },
  },
  {
    rule: 'strategy/measurement/stages',
    failing: (s) => void s.measurement.stages.pop(),
    passing: (s) => void (s.measurement.stages = s.measurement.stages.toReversed()),
  },
  {
    rule: 'strategy/measurement/measurable',
    failing: (s) => {
      first(s.channels).account = { platform: 'x', id: '1' };
      first(s.objectives).kpi = 'reach';
    },
    passing: (s) => {
      first(s.channels).account = { platform: 'instagram', id: '1' };
      first(s.objectives).kpi = 'reach';
    },
  },
  {
    rule: 'strategy/measurement/everywhere',
    failing: (s) => {
      s.channels.push({ ...first(s.channels), account: { platform: 'instagram', id: '1' } });
      first(s.objectives).kpi = 'reach';
    },
    passing: (s) => {
      s.channels.push({ ...first(s.channels), account: { platform: 'instagram', id: '1' } });
      Object.assign(first(s.objectives), { kpi: 'reach', account: 'instagram:1' });
    },
  },
  {
    rule: 'strategy/measurement/same-era',
    failing: (s) => {
      first(s.channels).account = { platform: 'instagram', id: '1' };
      Object.assign(first(s.objectives), { kpi: 'views', baselineAsOf: '2025-04-20' });
    },
    passing: (s) => {
      first(s.channels).account = { platform: 'instagram', id: '1' };
      Object.assign(first(s.objectives), { kpi: 'views', baselineAsOf: '2025-04-21' });
    },
  },
];
