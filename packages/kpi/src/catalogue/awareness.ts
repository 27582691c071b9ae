const perPlatform = 'Each platform counts its own way: compare within one platform only.';
const deduplicated =
  'Distinct people of exactly this window, as the platform gives them; never a sum.';
const competitors = 'Means nothing without the list of competitors.';

/** Being seen: how often, by how many, and beside whom. */
export const awareness = `
impressions | Impressions | impressions | count | x linkedin | ${perPlatform}
views | Views | views | count | instagram facebookRetired | ${perPlatform} | Not impressions under a new name: repeats count.
reach | Reach | reach | count | facebook instagram | ${deduplicated}
reach_gross | Gross reach (sum of reaches) | sum(reach) | count | facebook | An upper bound: people reached twice count twice.
unique_impressions | Unique impressions | uniqueImpressions | count | linkedin | ${deduplicated}
frequency | Frequency | impressions / reach | multiple 1.. neither | facebook | ${deduplicated}
viewability_rate | Viewable share of impressions | ratio(viewableImpressions, impressions) | share | mrc
viral_share | Viral share of impressions | ratio(viralImpressions, impressions) | share | facebookRetired | Facebook gives no viral breakdown since 2026.
brand_mentions | Brand mentions | brandMentions | count | house | Depends on the query, and on whether own posts count.
share_of_voice | Share of voice by mentions | brandMentions / (brandMentions + competitorMentions) | share | house | ${competitors}
share_of_engagement | Share of engagement | engagements / marketEngagements | share | house | ${competitors}
audience_size | Audience size | followers | count | facebookRetired | Accounts are added without removing people who follow several.
audience_growth_net | Net audience growth | last(followers) - first(followers) | count signed | house
audience_growth_rate | Audience growth rate | (last(followers) - first(followers)) / first(followers) | rate -1.. | house | From the ends of the window, not a mean of daily rates.
audience_growth_rate_by_end | Audience growth on the final audience | (last(followers) - first(followers)) / last(followers) | rate ..1 | house
new_follower_rate | New followers on the first audience | follows / first(followers) | rate | house
follower_churn_rate | Lost followers on the first audience | unfollows / first(followers) | rate lower | house
followers_gained | Followers gained | follows | count | youtube
followers_lost | Followers lost | unfollows | count lower | youtube
profile_visits | Profile visits | profileVisits | count | instagram
profile_visit_rate | Profile visits per person reached | profileVisits / reach | rate | instagram | ${deduplicated}
reach_rate | Share of followers reached | reach / followers | rate | house | Reach includes people who do not follow: may exceed 1.
impressions_per_post | Impressions per post | impressions / posts | per-item | house
posts_published | Posts published | posts | count neither | house
`;
