import type { ObjectiveKind } from './objective.ts';

/** What a review reads of a KPI definition; those of `@affiche/kpi` have all of it and more. */
export interface KnownKpi {
  readonly id: string;
  /** The facts it is computed from; `engagements` stands for reactions, comments and shares. */
  readonly facts: readonly string[];
  /** `count`, `fraction`, `per-item`, `multiple`, `money`, `seconds` or `points`. */
  readonly unit: string;
  readonly family: string;
  readonly better: 'higher' | 'lower' | 'neither';
}

type Row = readonly [id: string, unit: string, ...facts: string[]];

const families: Readonly<Record<string, readonly Row[]>> = {
  awareness: [
    ['impressions', 'count', 'impressions'],
    ['views', 'count', 'views'],
    ['reach', 'count', 'reach'],
    ['frequency', 'multiple', 'impressions', 'reach'],
    ['audience_size', 'count', 'followers'],
    ['audience_growth_net', 'count', 'followers'],
    ['audience_growth_rate', 'fraction', 'followers'],
    ['brand_mentions', 'count', 'brandMentions'],
    ['share_of_voice', 'fraction', 'brandMentions', 'competitorMentions'],
  ],
  engagement: [
    ['engagements', 'count', 'engagements'],
    ['engagements_per_post', 'per-item', 'engagements', 'posts'],
    ['er_by_reach', 'fraction', 'engagements', 'reach'],
    ['er_by_reach_posts', 'fraction', 'engagements', 'reach'],
    ['er_by_impressions', 'fraction', 'engagements', 'impressions'],
    ['er_by_views', 'fraction', 'engagements', 'views'],
    ['er_by_followers_post', 'fraction', 'engagements', 'followersAtPublication'],
    ['er_daily', 'fraction', 'engagements', 'followersAtPublication'],
    ['applause_per_post', 'per-item', 'reactions', 'posts'],
    ['applause_per_follower', 'fraction', 'reactions', 'followersAtPublication'],
    ['amplification_per_post', 'per-item', 'shares', 'posts'],
    ['conversation_per_post', 'per-item', 'comments', 'posts'],
    ['virality_by_impressions', 'fraction', 'shares', 'impressions'],
    ['save_rate_by_reach', 'fraction', 'saves', 'reach'],
  ],
  video: [
    ['completion_rate', 'fraction', 'videoCompletes', 'videoStarts'],
    ['average_watch_time', 'seconds', 'watchSeconds', 'views'],
  ],
  traffic: [
    ['link_clicks', 'count', 'linkClicks'],
    ['ctr', 'fraction', 'linkClicks', 'impressions'],
    ['sessions', 'count', 'sessions'],
    ['click_to_session_rate', 'fraction', 'sessions', 'outboundClicks'],
    ['engaged_session_rate', 'fraction', 'engagedSessions', 'sessions'],
  ],
  conversion: [
    ['conversions', 'count', 'conversions'],
    ['cvr_click', 'fraction', 'conversions', 'linkClicks'],
    ['cvr_session', 'fraction', 'conversions', 'sessions'],
    ['leads', 'count', 'leads'],
    ['new_customer_rate', 'fraction', 'newCustomers', 'customers'],
    ['repeat_rate', 'fraction', 'returningCustomers', 'customers'],
  ],
  revenue: [
    ['revenue', 'money', 'revenue'],
    ['contribution_margin', 'money', 'margin'],
    ['roas', 'multiple', 'revenue', 'spend'],
    ['mer', 'multiple', 'totalRevenue', 'fullCost'],
    ['roi', 'fraction', 'margin', 'fullCost'],
    ['aov', 'money', 'revenue', 'orders'],
  ],
  cost: [
    ['cpl', 'money', 'spend', 'leads'],
    ['cpa', 'money', 'spend', 'conversions'],
    ['cac', 'money', 'fullCost', 'newCustomers'],
  ],
  care: [
    ['response_rate', 'fraction', 'messagesAnswered', 'messagesNeedingAnswer'],
    ['frt_median', 'seconds', 'responseSeconds'],
    ['frt_p90', 'seconds', 'responseSeconds'],
    ['csat', 'fraction', 'ratingsSatisfied', 'ratings'],
    ['nps', 'points', 'promoters', 'passives', 'detractors'],
    ['sentiment_net', 'fraction', 'positiveMentions', 'neutralMentions', 'negativeMentions'],
  ],
};

const lowerIsBetter = new Set(['cpl', 'cpa', 'cac', 'frt_median', 'frt_p90']);
// More of these is neither good nor bad by itself.
const onlyDescribed = new Set(['frequency', 'new_customer_rate']);

/** The KPIs that plans use most; give a review the whole catalogue of `@affiche/kpi` for the rest. */
export const knownKpis: readonly KnownKpi[] = Object.entries(families).flatMap(([family, rows]) =>
  rows.map(([id, unit, ...facts]) => ({
    id,
    unit,
    facts,
    family,
    better: lowerIsBetter.has(id) ? 'lower' : onlyDescribed.has(id) ? 'neither' : 'higher',
  })),
);

/** What kind of result a family measures, in the words of AMEC. */
export const familyLevel: Readonly<Record<string, 'output' | 'out-take' | 'outcome' | 'impact'>> = {
  awareness: 'output',
  engagement: 'out-take',
  video: 'out-take',
  traffic: 'outcome',
  conversion: 'outcome',
  care: 'outcome',
  crisis: 'outcome',
  cost: 'impact',
  revenue: 'impact',
};

/** The kinds of objectives that a family can stand for. */
export const familyKinds: Readonly<Record<string, readonly ObjectiveKind[]>> = {
  awareness: ['awareness'],
  engagement: ['awareness', 'image', 'loyalty'],
  video: ['awareness', 'image', 'loyalty'],
  traffic: ['traffic', 'leads'],
  conversion: ['revenue', 'leads', 'loyalty'],
  revenue: ['revenue', 'loyalty'],
  cost: ['revenue', 'leads', 'traffic'],
  care: ['image', 'loyalty'],
  crisis: ['image'],
};
