import type { KpiOptions } from '../definition.ts';

const family = 'traffic' as const;
const chain = 'Consent and blockers lose sessions: 0.60 to 0.95 is usual.';

/** Being visited: from the click on the post to the page that was read. */
export const traffic: readonly KpiOptions[] = [
  {
    family,
    id: 'link_clicks',
    name: 'Link clicks',
    formula: 'linkClicks',
    unit: 'count',
    sources: ['x'],
  },
  {
    family,
    id: 'outbound_clicks',
    name: 'Outbound clicks',
    formula: 'outboundClicks',
    unit: 'count',
  },
  {
    family,
    id: 'landing_page_views',
    name: 'Landing page views',
    formula: 'landingPageViews',
    unit: 'count',
  },
  {
    family,
    id: 'sessions',
    name: 'Sessions',
    formula: 'sessions',
    unit: 'count',
    sources: ['ga4'],
  },
  {
    family,
    id: 'ctr',
    name: 'Link click-through rate',
    formula: 'ratio(linkClicks, impressions)',
    range: [0, 1],
  },
  {
    family,
    id: 'ctr_all',
    name: 'Click-through rate, all clicks',
    formula: 'ratio(clicks, impressions)',
    range: [0, 1],
    caveats: ['Counts clicks on the name, the picture, “more”.'],
  },
  {
    family,
    id: 'ctr_by_views',
    name: 'Link clicks per view',
    formula: 'ratio(linkClicks, views)',
    range: [0, 1],
    sources: ['facebookRetired'],
  },
  {
    family,
    id: 'ctr_unique',
    name: 'People who clicked among people reached',
    formula: 'uniqueClickers / reach',
    range: [0, 1],
    caveats: ['Both deduplicated, over exactly this window.'],
  },
  {
    family,
    id: 'click_to_landing_rate',
    name: 'Landing page views per outbound click',
    formula: 'landingPageViews / outboundClicks',
  },
  {
    family,
    id: 'click_to_session_rate',
    name: 'Sessions per outbound click',
    formula: 'sessions / outboundClicks',
    caveats: [chain],
  },
  {
    family,
    id: 'engaged_session_rate',
    name: 'Engaged sessions',
    formula: 'ratio(engagedSessions, sessions)',
    range: [0, 1],
    sources: ['ga4'],
  },
  {
    family,
    id: 'bounce_rate',
    name: 'Bounce rate',
    formula: '1 - ratio(engagedSessions, sessions)',
    range: [0, 1],
    better: 'lower',
    caveats: ['As Google Analytics 4 defines it; older versions differ.'],
    sources: ['ga4'],
  },
  {
    family,
    id: 'pages_per_session',
    name: 'Pages per session',
    formula: 'ratio(pageViews, sessions)',
    unit: 'per-item',
    sources: ['ga4'],
  },
];
