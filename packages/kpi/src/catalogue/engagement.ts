const meanOfRates =
  'Mean of post rates: a post seen by ten counts as much as one seen by a million.';
const perPost = 'Per post; glossaries that divide by followers mean another KPI.';
const perFollower = 'Per follower at publication; most field definitions are per post.';
const sumOfReach = 'Divides by the sum of post reaches.';

/** Being answered: reactions, comments, shares, saves. */
export const engagement = `
engagements | Engagements | engagements | count signed | house
reactions | Reactions | reactions | count signed | linkedin
comments | Comments | comments | count signed | linkedin
shares | Shares | shares | count signed | linkedin
saves | Saves | saves | count | instagram
er_by_reach | Engagement rate by reach | engagements / reach | rate | hootsuite | Reach of exactly this window, as the platform gives it; never a sum.
er_by_reach_posts | Engagement rate by reach of posts | ratio(engagements, reach) | rate | hootsuite | Divides by the sum of post reaches: people reached twice count twice.
er_by_reach_post_mean | Mean post engagement rate by reach | mean(engagements / reach) | rate | hootsuite | ${meanOfRates}
er_by_impressions | Engagement rate by impressions | ratio(engagements, impressions) | rate signed | hootsuite linkedin
er_by_impressions_post_mean | Mean post engagement rate by impressions | mean(engagements / impressions) | rate signed | hootsuite | ${meanOfRates}
er_by_views | Engagement rate by views | ratio(engagements, views) | rate signed | instagram
er_by_followers_post | Engagement rate per post by followers | ratio(engagements, followersAtPublication) | rate signed | rivalIq napoleonCat | Followers on the day each post went out.
er_by_followers_post_mean | Mean post engagement rate by followers | mean(engagements / followersAtPublication) | rate signed | rivalIq | ${meanOfRates}
er_by_followers_post_median | Median post engagement rate by followers | median(engagements / followersAtPublication) | rate signed | rivalIq
er_by_followers | Engagements of the window by followers | engagements / followers | rate signed | hootsuite | Grows with the length of the window and the number of posts.
er_daily | Daily engagement rate | ratio(engagements, followersAtPublication) | rate signed | hootsuite napoleonCat | One row per account and day, with that day’s followers.
er_daily_mean | Mean of daily engagement rates | mean(engagements / followersAtPublication) | rate signed | napoleonCat | One row per account and day. | ${meanOfRates}
er_factored_by_impressions | Weighted engagement rate by impressions | ratio(reactions + 2 * comments + 3 * shares, impressions) | per-item signed | house | Weights 1, 2, 3 for reactions, comments, shares are a choice, not a measurement.
applause_per_post | Applause rate per post | reactions / posts | per-item signed | kaushik trueSocialMetrics | ${perPost}
applause_per_follower | Applause rate per follower | ratio(reactions, followersAtPublication) | rate signed | brainscape | ${perFollower}
amplification_per_post | Amplification rate per post | shares / posts | per-item signed | kaushik trueSocialMetrics | ${perPost}
amplification_per_follower | Amplification rate per follower | ratio(shares, followersAtPublication) | rate signed | brainscape | ${perFollower}
conversation_per_post | Conversation rate per post | comments / posts | per-item signed | kaushik trueSocialMetrics | ${perPost}
conversation_per_follower | Conversation rate per follower | ratio(comments, followersAtPublication) | rate signed | brainscape | ${perFollower}
virality_by_impressions | Shares per impression | ratio(shares, impressions) | rate signed | house
virality_by_reach | Shares per person reached | ratio(shares, reach) | rate signed | brainscape | ${sumOfReach}
save_rate_by_reach | Saves per person reached | ratio(saves, reach) | rate | instagram | ${sumOfReach}
save_rate_by_views | Saves per view | ratio(saves, views) | rate | instagram
engagements_per_post | Engagements per post | engagements / posts | per-item signed | house
reply_rate_stories | Replies per person reached by stories | ratio(storyReplies, storyReach) | rate | instagram | In Europe and Japan the platform sends 0 for unknown: leave such replies out.
`;
