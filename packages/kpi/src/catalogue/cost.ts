const mediaOnly = 'Media only: work, production and tools are not in it.';

/** What one of something costs, in minor units of the currency; the cost basis is part of the id. */
export const cost = `
media_spend | Media spend | spend | money neither media | house
full_cost | Full cost | fullCost | money neither full | house
cpm | Cost per thousand impressions | spend * 1000 / impressions | money lower media | house
cpm_reach | Cost per thousand people reached | spend * 1000 / reach | money lower media | house | Reach of exactly this window, as the platform gives it.
cpc | Cost per link click | spend / linkClicks | money lower media | house
cpe | Cost per engagement (media) | spend / engagements | money lower media | house | ${mediaOnly}
cpe_full | Cost per engagement (full cost) | fullCost / engagements | money lower full | house
cpv | Cost per view | spend / views | money lower media | house | Any view; cpv_3s and cpv_15s count longer ones.
cpv_3s | Cost per 3-second view | spend / views3s | money lower media | house
cpv_15s | Cost per 15-second view | spend / views15s | money lower media | house
cpcv | Cost per completed view | spend / videoCompletes | money lower media | house
cpf | Cost per follower gained | spend / follows | money lower media | house | Followers gained, not net of those lost.
cost_per_session | Cost per session | spend / sessions | money lower media | house
cost_per_post | Cost per post | fullCost / posts | money lower full | house
effective_cpm_organic | Effective cost per thousand organic impressions | organicCost * 1000 / impressions | money lower organic | house | Organic work, production and tools, over organic impressions only.
cpl | Cost per lead (media) | spend / leads | money lower media | house | ${mediaOnly}
cpa | Cost per conversion (media) | spend / conversions | money lower media | house | ${mediaOnly}
cpa_full | Cost per conversion (full cost) | fullCost / conversions | money lower full | house
cac | Customer acquisition cost | fullCost / newCustomers | money lower full | house | Full cost; paid_cac counts media only.
paid_cac | Paid acquisition cost | spend / newCustomers | money lower media | house | ${mediaOnly}
cost_per_incremental_conversion | Cost per incremental conversion | spend / incrementalConversions | money lower media | house | Incremental conversions come from an experiment and carry its interval.
`;
