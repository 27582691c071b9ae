import type { ObjectiveKind } from './objective.ts';

/** What the review knows about a KPI: enough to tell whether an objective makes sense. */
export interface KpiNeeds {
  /** The facts it is computed from, as in `Reading.fact`; a network must give all of them. */
  readonly facts: readonly string[];
  /** `network`: the facts come from the network; otherwise from the website, the books, the inbox or listening. */
  readonly from: 'network' | 'site' | 'books' | 'inbox' | 'listening';
  readonly unit: 'count' | 'fraction' | 'seconds' | 'money' | 'score' | 'ratio';
  /** The stage that it measures, in the words of AMEC. */
  readonly level: 'output' | 'out-take' | 'outcome' | 'impact';
  /** Kinds of objectives that it can stand for. */
  readonly kinds: readonly ObjectiveKind[];
  /** Whether a lower value is the better one: costs, waiting times. */
  readonly lower?: true;
}

type Row = [
  id: string,
  facts: string,
  unit: KpiNeeds['unit'],
  level: KpiNeeds['level'],
  kinds: string,
];

// Kinds by first letters: Awareness, Revenue, Image, Traffic, lOyalty, Leads (L).
const letters: Readonly<Record<string, ObjectiveKind>> = {
  A: 'awareness',
  R: 'revenue',
  I: 'image',
  T: 'traffic',
  O: 'loyalty',
  L: 'leads',
};

const network: readonly Row[] = [
  ['impressions', 'impressions', 'count', 'output', 'A'],
  ['views', 'views', 'count', 'output', 'A'],
  ['reach', 'reach', 'count', 'output', 'A'],
  ['frequency', 'impressions reach', 'ratio', 'output', 'A'],
  ['audience_size', 'followers', 'count', 'output', 'A'],
  ['audience_growth_net', 'followers', 'count', 'output', 'A'],
  ['audience_growth_rate', 'followers', 'fraction', 'output', 'A'],
  ['profile_visit_rate', 'profileVisits reach', 'fraction', 'out-take', 'AT'],
  ['engagements', 'reactions comments shares', 'count', 'out-take', 'AIO'],
  ['engagement_per_post', 'reactions comments shares', 'ratio', 'out-take', 'AIO'],
  ['er_by_reach', 'reactions comments shares reach', 'fraction', 'out-take', 'AIO'],
  ['er_by_reach_posts', 'reactions comments shares reach', 'fraction', 'out-take', 'AIO'],
  ['er_by_impressions', 'reactions comments shares impressions', 'fraction', 'out-take', 'AIO'],
  ['er_by_views', 'reactions comments shares views', 'fraction', 'out-take', 'AIO'],
  ['er_by_followers_post', 'reactions comments shares followers', 'fraction', 'out-take', 'AIO'],
  ['er_daily', 'reactions comments shares followers', 'fraction', 'out-take', 'AIO'],
  ['applause_per_post', 'reactions', 'ratio', 'out-take', 'AI'],
  ['applause_per_follower', 'reactions followers', 'fraction', 'out-take', 'AI'],
  ['amplification_per_post', 'shares', 'ratio', 'out-take', 'AIO'],
  ['conversation_per_post', 'comments', 'ratio', 'out-take', 'AIO'],
  ['virality_rate', 'shares impressions', 'fraction', 'out-take', 'A'],
  ['save_rate', 'saves reach', 'fraction', 'out-take', 'IO'],
  ['completion_rate', 'videoCompletes videoStarts', 'fraction', 'out-take', 'AI'],
  ['average_watch_time', 'watchSeconds views', 'seconds', 'out-take', 'AI'],
  ['link_clicks', 'linkClicks', 'count', 'out-take', 'T'],
  ['ctr', 'linkClicks impressions', 'fraction', 'out-take', 'T'],
];

const elsewhere: Readonly<Record<Exclude<KpiNeeds['from'], 'network'>, readonly Row[]>> = {
  site: [
    ['sessions', 'sessions', 'count', 'outcome', 'T'],
    ['landing_page_views', 'landingPageViews', 'count', 'outcome', 'T'],
    ['click_to_session_rate', 'sessions outboundClicks', 'fraction', 'outcome', 'T'],
    ['engaged_session_rate', 'sessions', 'fraction', 'outcome', 'T'],
    ['conversions', 'conversions', 'count', 'outcome', 'RL'],
    ['cvr_click', 'conversions linkClicks', 'fraction', 'outcome', 'RL'],
    ['cvr_session', 'conversions sessions', 'fraction', 'outcome', 'RL'],
    ['leads', 'leads', 'count', 'outcome', 'L'],
    ['cpl', 'leads spend', 'money', 'outcome', 'L'],
  ],
  books: [
    ['revenue', 'revenue', 'money', 'impact', 'R'],
    ['contribution_margin', 'revenue', 'money', 'impact', 'R'],
    ['roas', 'revenue spend', 'ratio', 'impact', 'R'],
    ['mer', 'revenue spend', 'ratio', 'impact', 'R'],
    ['roi', 'revenue spend', 'ratio', 'impact', 'R'],
    ['cpa', 'conversions spend', 'money', 'impact', 'R'],
    ['cac', 'conversions spend', 'money', 'impact', 'RL'],
    ['aov', 'revenue', 'money', 'impact', 'R'],
    ['ltv', 'revenue', 'money', 'impact', 'RO'],
    ['repeat_rate', 'customers', 'fraction', 'impact', 'O'],
    ['new_customer_rate', 'customers', 'fraction', 'impact', 'RL'],
  ],
  inbox: [
    ['response_rate', 'cases', 'fraction', 'output', 'IO'],
    ['frt_median', 'cases', 'seconds', 'output', 'IO'],
    ['frt_p90', 'cases', 'seconds', 'output', 'IO'],
    ['frt_within_sla', 'cases', 'fraction', 'output', 'IO'],
    ['resolution_time_median', 'cases', 'seconds', 'output', 'IO'],
    ['csat', 'ratings', 'fraction', 'outcome', 'IO'],
    ['nps', 'ratings', 'score', 'outcome', 'IO'],
  ],
  listening: [
    ['brand_mentions', 'mentions', 'count', 'out-take', 'AI'],
    ['share_of_voice', 'mentions', 'fraction', 'out-take', 'AI'],
    ['sentiment_net', 'mentions', 'score', 'outcome', 'I'],
  ],
};

const lowerIsBetter = new Set([
  'cpl',
  'cpa',
  'cac',
  'frt_median',
  'frt_p90',
  'resolution_time_median',
]);

/** KPIs by id. The full definitions, formulas included, are in `@affiche/kpi`. */
export const kpiNeeds: ReadonlyMap<string, KpiNeeds> = new Map([
  ...network.map((row) => needs('network', row)),
  ...Object.entries(elsewhere).flatMap(([from, rows]) =>
    rows.map((row) => needs(from as KpiNeeds['from'], row)),
  ),
]);

function needs(from: KpiNeeds['from'], [id, facts, unit, level, kinds]: Row): [string, KpiNeeds] {
  return [
    id,
    {
      facts: facts.split(' '),
      from,
      unit,
      level,
      kinds: [...kinds].flatMap((letter) => letters[letter] ?? []),
      ...(lowerIsBetter.has(id) && { lower: true as const }),
    },
  ];
}
