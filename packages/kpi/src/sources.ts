const verifiedAt = '2026-11-21';

/** Where definitions come from, and when somebody last looked; `house` is this project's own wording. */
export const sources = {
  house: { title: 'Affiche, docs/measuring.md', verifiedAt },
  instagram: {
    title: 'Instagram media insights',
    url: 'https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights',
    verifiedAt,
  },
  facebook: {
    title: 'Facebook insights reference',
    url: 'https://developers.facebook.com/docs/graph-api/reference/insights',
    verifiedAt,
  },
  facebookRetired: {
    title: 'Facebook Page insights, retired metrics',
    url: 'https://developers.facebook.com/docs/pages-api/platforminsights/page/deprecated-metrics',
    verifiedAt,
  },
  x: {
    title: 'X API metrics',
    url: 'https://docs.x.com/x-api/fundamentals/metrics',
    verifiedAt,
  },
  youtube: {
    title: 'YouTube Analytics metrics',
    url: 'https://developers.google.com/youtube/analytics/metrics',
    verifiedAt,
  },
  linkedin: {
    title: 'LinkedIn page metrics, as DashThis lists them',
    url: 'https://help.dashthis.com/linkedin-pages-metrics-and-dimensions',
    verifiedAt,
  },
  tiktok: {
    title: 'TikTok metrics, as Chartica lists them',
    url: 'https://chartica.gitbook.io',
    verifiedAt,
  },
  agorapulse: { title: 'Agorapulse', url: 'https://www.agorapulse.com', verifiedAt },
  mrc: {
    title: 'MRC viewable impressions',
    url: 'https://digitalcontentnext.org',
    verifiedAt,
  },
  hootsuite: {
    title: 'Hootsuite, engagement rate',
    url: 'https://blog.hootsuite.com/calculate-engagement-rate',
    verifiedAt,
  },
  rivalIq: { title: 'Rival IQ methodology', url: 'https://www.rivaliq.com', verifiedAt },
  napoleonCat: { title: 'NapoleonCat', url: 'https://brain.napoleoncat.com', verifiedAt },
  kaushik: {
    title: 'Avinash Kaushik, best social media metrics',
    url: 'https://www.kaushik.net/avinash/best-social-media-metrics-conversation-amplification-applause-economic-value/',
    verifiedAt,
  },
  trueSocialMetrics: {
    title: 'TrueSocialMetrics',
    url: 'https://www.truesocialmetrics.com',
    verifiedAt,
  },
  brainscape: { title: 'Brainscape glossary', url: 'https://www.brainscape.com', verifiedAt },
  ga4: {
    title: 'Google Analytics 4',
    url: 'https://support.google.com/analytics/answer/10917952',
    verifiedAt,
  },
  zendesk: {
    title: 'Zendesk, reply time metrics',
    url: 'https://support.zendesk.com/hc/en-us/articles/4408821871642',
    verifiedAt,
  },
  barcelona: {
    title: 'AMEC and the Barcelona Principles',
    url: 'https://amecorg.com',
    verifiedAt,
  },
  socialK: { title: 'SocialK, sentiment', url: 'https://socialk.it', verifiedAt },
} as const satisfies Record<string, { title: string; url?: string; verifiedAt: string }>;

/** The name of a source. */
export type SourceId = keyof typeof sources;
