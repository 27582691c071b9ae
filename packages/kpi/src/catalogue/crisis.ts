import type { KpiOptions } from '../definition.ts';

const family = 'crisis' as const;
const baseline =
  'Against the mentions that season and hour lead one to expect: name the baseline window.';
const detector = 'Depends on the detector and its thresholds: name them.';
const lower = { family, better: 'lower', sources: ['house'] } as const;

/** Being talked about badly: how much, how fast, and for how long. */
export const crisis: readonly KpiOptions[] = [
  {
    ...lower,
    id: 'mention_velocity',
    name: 'Mentions against the expected',
    formula: 'ratio(brandMentions, expectedMentions)',
    unit: 'multiple',
    caveats: [baseline],
  },
  {
    ...lower,
    id: 'negative_share',
    name: 'Negative among mentions',
    formula: 'negativeMentions / (positiveMentions + neutralMentions + negativeMentions)',
    range: [0, 1],
    caveats: ['Depends on the classifier: name it.'],
  },
  {
    ...lower,
    id: 'negative_velocity',
    name: 'Negative mentions against the expected',
    formula: 'ratio(negativeMentions, expectedNegativeMentions)',
    unit: 'multiple',
    caveats: [baseline],
  },
  {
    ...lower,
    id: 'crisis_reach',
    name: 'People reached by the crisis',
    formula: 'crisisReach',
    unit: 'count',
    caveats: ['Distinct people, as the tool gives them; never a sum.'],
  },
  {
    ...lower,
    id: 'amplifier_concentration',
    name: 'Impressions from the largest accounts',
    formula: 'ratio(amplifierImpressions, crisisImpressions)',
    range: [0, 1],
    better: 'neither',
    caveats: ['Say how many accounts are the largest.'],
  },
  {
    ...lower,
    id: 'media_pickup',
    name: 'Articles in the media',
    formula: 'mediaPickups',
    unit: 'count',
  },
  {
    ...lower,
    id: 'time_to_detect',
    name: 'Median time to detect',
    formula: 'median(detectionSeconds)',
    unit: 'seconds',
    caveats: [detector],
  },
  {
    ...lower,
    id: 'time_to_first_statement',
    name: 'Median time to the first statement',
    formula: 'median(statementSeconds)',
    unit: 'seconds',
  },
  {
    ...lower,
    id: 'time_to_recovery',
    name: 'Median time to recovery',
    formula: 'median(recoverySeconds)',
    unit: 'seconds',
    caveats: [detector, 'Until sentiment stays inside its usual band.'],
  },
  {
    ...lower,
    id: 'half_life',
    name: 'Median half-life of the volume',
    formula: 'median(halfLifeSeconds)',
    unit: 'seconds',
  },
];
