/** Being visited: from the click on the post to the page that was read. */
export const traffic = `
link_clicks | Link clicks | linkClicks | count | x
outbound_clicks | Outbound clicks | outboundClicks | count | house
landing_page_views | Landing page views | landingPageViews | count | house
sessions | Sessions | sessions | count | ga4
ctr | Link click-through rate | ratio(linkClicks, impressions) | share | house
ctr_all | Click-through rate, all clicks | ratio(clicks, impressions) | share | house | Counts clicks on the name, the picture, “more”.
ctr_by_views | Link clicks per view | ratio(linkClicks, views) | share | facebookRetired
ctr_unique | People who clicked among people reached | uniqueClickers / reach | share | house | Both deduplicated, over exactly this window.
click_to_landing_rate | Landing page views per outbound click | landingPageViews / outboundClicks | rate | house
click_to_session_rate | Sessions per outbound click | sessions / outboundClicks | rate | house | Consent and blockers lose sessions: 0.60 to 0.95 is usual.
engaged_session_rate | Engaged sessions | ratio(engagedSessions, sessions) | share | ga4
bounce_rate | Bounce rate | 1 - ratio(engagedSessions, sessions) | share lower | ga4 | As Google Analytics 4 defines it; older versions differ.
pages_per_session | Pages per session | ratio(pageViews, sessions) | per-item | ga4
`;
