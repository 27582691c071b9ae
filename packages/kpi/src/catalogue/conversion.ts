const several = 'Above 1 when one click brings several conversions.';
const cohort =
  'By the day of the lead, not of the later event: young cohorts look worse than they are.';

/** Being bought from: the stages between interest and a customer who returns. */
export const conversion = `
conversions | Conversions | conversions | count | house
leads | Leads | leads | count | house
orders | Orders | orders | count | house
new_customers | New customers | newCustomers | count | house
cvr_click | Conversions per click | conversions / linkClicks | rate | house | ${several}
cvr_session | Conversions per session | conversions / sessions | rate | ga4 | ${several}
lead_rate | Leads per session | leads / sessions | rate | house
mql_rate | Leads that marketing qualified | ratio(marketingLeads, leads) | share | house | ${cohort}
sql_rate | Qualified leads that sales accepted | ratio(salesLeads, marketingLeads) | share | house | ${cohort}
opportunity_rate | Sales leads that became opportunities | ratio(opportunities, salesLeads) | share | house | ${cohort}
win_rate | Opportunities that were won | ratio(wins, opportunities) | share | house | ${cohort}
new_customer_rate | New among all customers | ratio(newCustomers, customers) | share neither | house
repeat_rate | Returning among all customers | ratio(returningCustomers, customers) | share | house
churn_rate | Customers lost | ratio(cancellations, customers) | share lower | house | Customers at the start of the same period.
assisted_conversion_ratio | Assisted per last-touch conversion | ratio(assistedConversions, lastTouchConversions) | per-item neither | house
incremental_conversions | Incremental conversions | incrementalConversions | count signed | house | From an experiment; quote it with its interval.
lift | Lift | ratio(incrementalConversions, expectedConversions) | rate -1.. | house | Against a control group; quote it with its interval.
`;
