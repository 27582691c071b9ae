import type { KpiOptions } from '../definition.ts';

const shape = { family: 'cost', unit: 'money', better: 'lower' } as const;
const media = { ...shape, costBasis: 'media' } as const;
const full = { ...shape, costBasis: 'full' } as const;
const noLabour = 'Media only: work, production and tools are not in it.';

/** What one of something costs, in minor units of the currency; the cost basis is part of the id. */
export const cost: readonly KpiOptions[] = [
  { ...media, id: 'media_spend', name: 'Media spend', formula: 'spend', better: 'neither' },
  { ...full, id: 'full_cost', name: 'Full cost', formula: 'fullCost', better: 'neither' },
  {
    ...media,
    id: 'cpm',
    name: 'Cost per thousand impressions',
    formula: 'spend * 1000 / impressions',
  },
  {
    ...media,
    id: 'cpm_reach',
    name: 'Cost per thousand people reached',
    formula: 'spend * 1000 / reach',
    caveats: ['Reach of exactly this window, as the platform gives it.'],
  },
  { ...media, id: 'cpc', name: 'Cost per link click', formula: 'spend / linkClicks' },
  {
    ...media,
    id: 'cpe',
    name: 'Cost per engagement (media)',
    formula: 'spend / engagements',
    caveats: [noLabour],
  },
  {
    ...full,
    id: 'cpe_full',
    name: 'Cost per engagement (full cost)',
    formula: 'fullCost / engagements',
  },
  {
    ...media,
    id: 'cpv',
    name: 'Cost per view',
    formula: 'spend / views',
    caveats: ['Any view; cpv_3s and cpv_15s count longer ones.'],
  },
  { ...media, id: 'cpv_3s', name: 'Cost per 3-second view', formula: 'spend / views3s' },
  { ...media, id: 'cpv_15s', name: 'Cost per 15-second view', formula: 'spend / views15s' },
  { ...media, id: 'cpcv', name: 'Cost per completed view', formula: 'spend / videoCompletes' },
  {
    ...media,
    id: 'cpf',
    name: 'Cost per follower gained',
    formula: 'spend / follows',
    caveats: ['Followers gained, not net of those lost.'],
  },
  { ...media, id: 'cost_per_session', name: 'Cost per session', formula: 'spend / sessions' },
  { ...full, id: 'cost_per_post', name: 'Cost per post', formula: 'fullCost / posts' },
  {
    ...shape,
    costBasis: 'organic',
    id: 'effective_cpm_organic',
    name: 'Effective cost per thousand organic impressions',
    formula: 'organicCost * 1000 / impressions',
    caveats: ['Organic work, production and tools, over organic impressions only.'],
  },
  {
    ...media,
    id: 'cpl',
    name: 'Cost per lead (media)',
    formula: 'spend / leads',
    caveats: [noLabour],
  },
  {
    ...media,
    id: 'cpa',
    name: 'Cost per conversion (media)',
    formula: 'spend / conversions',
    caveats: [noLabour],
  },
  {
    ...full,
    id: 'cpa_full',
    name: 'Cost per conversion (full cost)',
    formula: 'fullCost / conversions',
  },
  {
    ...full,
    id: 'cac',
    name: 'Customer acquisition cost',
    formula: 'fullCost / newCustomers',
    caveats: ['Full cost; paid_cac counts media only.'],
  },
  {
    ...media,
    id: 'paid_cac',
    name: 'Paid acquisition cost',
    formula: 'spend / newCustomers',
    caveats: [noLabour],
  },
  {
    ...media,
    id: 'cost_per_incremental_conversion',
    name: 'Cost per incremental conversion',
    formula: 'spend / incrementalConversions',
    caveats: ['Incremental conversions come from an experiment and carry its interval.'],
  },
];
