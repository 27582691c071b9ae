import type { KpiOptions } from '../definition.ts';

const family = 'conversion' as const;
const several = 'Above 1 when one click brings several conversions.';
const cohort =
  'By the day of the lead, not of the later event: young cohorts look worse than they are.';

/** Being bought from: the stages between interest and a customer who returns. */
export const conversion: readonly KpiOptions[] = [
  { family, id: 'conversions', name: 'Conversions', formula: 'conversions', unit: 'count' },
  { family, id: 'leads', name: 'Leads', formula: 'leads', unit: 'count' },
  { family, id: 'orders', name: 'Orders', formula: 'orders', unit: 'count' },
  { family, id: 'new_customers', name: 'New customers', formula: 'newCustomers', unit: 'count' },
  {
    family,
    id: 'cvr_click',
    name: 'Conversions per click',
    formula: 'conversions / linkClicks',
    caveats: [several],
  },
  {
    family,
    id: 'cvr_session',
    name: 'Conversions per session',
    formula: 'conversions / sessions',
    caveats: [several],
    sources: ['ga4'],
  },
  { family, id: 'lead_rate', name: 'Leads per session', formula: 'leads / sessions' },
  {
    family,
    id: 'mql_rate',
    name: 'Leads that marketing qualified',
    formula: 'ratio(marketingLeads, leads)',
    range: [0, 1],
    caveats: [cohort],
  },
  {
    family,
    id: 'sql_rate',
    name: 'Qualified leads that sales accepted',
    formula: 'ratio(salesLeads, marketingLeads)',
    range: [0, 1],
    caveats: [cohort],
  },
  {
    family,
    id: 'opportunity_rate',
    name: 'Sales leads that became opportunities',
    formula: 'ratio(opportunities, salesLeads)',
    range: [0, 1],
    caveats: [cohort],
  },
  {
    family,
    id: 'win_rate',
    name: 'Opportunities that were won',
    formula: 'ratio(wins, opportunities)',
    range: [0, 1],
    caveats: [cohort],
  },
  {
    family,
    id: 'new_customer_rate',
    name: 'New among all customers',
    formula: 'ratio(newCustomers, customers)',
    range: [0, 1],
    better: 'neither',
  },
  {
    family,
    id: 'repeat_rate',
    name: 'Returning among all customers',
    formula: 'ratio(returningCustomers, customers)',
    range: [0, 1],
  },
  {
    family,
    id: 'churn_rate',
    name: 'Customers lost',
    formula: 'ratio(cancellations, customers)',
    range: [0, 1],
    better: 'lower',
    caveats: ['Customers at the start of the same period.'],
  },
  {
    family,
    id: 'assisted_conversion_ratio',
    name: 'Assisted per last-touch conversion',
    formula: 'ratio(assistedConversions, lastTouchConversions)',
    unit: 'per-item',
    better: 'neither',
  },
  {
    family,
    id: 'incremental_conversions',
    name: 'Incremental conversions',
    formula: 'incrementalConversions',
    unit: 'count',
    range: [null, null],
    caveats: ['From an experiment; quote it with its interval.'],
  },
  {
    family,
    id: 'lift',
    name: 'Lift',
    formula: 'ratio(incrementalConversions, expectedConversions)',
    range: [-1, null],
    caveats: ['Against a control group; quote it with its interval.'],
  },
];
