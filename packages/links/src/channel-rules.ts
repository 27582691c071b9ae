import type { Source } from '@affiche/core';

/** The channels of Google Analytics 4. */
export type Channel =
  | 'Direct'
  | 'Cross-network'
  | 'Paid Shopping'
  | 'Paid Search'
  | 'Paid Social'
  | 'Paid Video'
  | 'Display'
  | 'Paid Other'
  | 'AI Assistant'
  | 'Organic Shopping'
  | 'Organic Social'
  | 'Organic Video'
  | 'Organic Search'
  | 'Referral'
  | 'Email'
  | 'Affiliates'
  | 'Audio'
  | 'SMS'
  | 'Mobile Push Notifications'
  | 'Unassigned';

/** A kind of site that rules speak of. */
export type SourceCategory = 'social' | 'search' | 'shopping' | 'video';

/** One test on one field: one of these values, a pattern, or a kind of site. */
export type ChannelTest =
  | { readonly field: 'source' | 'medium' | 'campaign'; readonly is: readonly string[] }
  | { readonly field: 'source' | 'medium' | 'campaign'; readonly matches: string }
  | { readonly field: 'source'; readonly category: SourceCategory };

/** A channel and its conditions: all must hold, each by any one of its tests. */
export interface ChannelRule {
  readonly channel: Channel;
  readonly when: readonly (readonly ChannelTest[])[];
}

/** The rules of a time: the first that fits decides. */
export interface ChannelRuleSet {
  readonly id: string;
  readonly rules: readonly ChannelRule[];
  readonly source: Source;
}

const medium = (...is: readonly string[]): ChannelTest => ({ field: 'medium', is });
const source = (...is: readonly string[]): ChannelTest => ({ field: 'source', is });
const site = (category: SourceCategory): ChannelTest => ({ field: 'source', category });
const mediumLike = (matches: string): ChannelTest => ({ field: 'medium', matches });
const campaignLike = (matches: string): ChannelTest => ({ field: 'campaign', matches });

const shop = campaignLike('^(.*(([^a-df-z]|^)shop|shopping).*)$');
const mail = ['email', 'e-mail', 'e_mail', 'e mail'];
const social = ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'];

const direct: ChannelRule = {
  channel: 'Direct',
  when: [[source('(direct)')], [medium('(none)', '(not set)')]],
};
const crossNetwork: ChannelRule = {
  channel: 'Cross-network',
  when: [[campaignLike('cross-network')]],
};
const display: ChannelRule = {
  channel: 'Display',
  when: [[medium('display', 'banner', 'expandable', 'interstitial', 'cpm')]],
};
const organic: readonly ChannelRule[] = [
  { channel: 'Organic Shopping', when: [[site('shopping'), shop]] },
  { channel: 'Organic Social', when: [[site('social'), medium(...social)]] },
  { channel: 'Organic Video', when: [[site('video'), mediumLike('^(.*video.*)$')]] },
  { channel: 'Organic Search', when: [[site('search'), medium('organic')]] },
];
const email: ChannelRule = { channel: 'Email', when: [[source(...mail), medium(...mail)]] };
const affiliates: ChannelRule = { channel: 'Affiliates', when: [[medium('affiliate')]] };
const audio: ChannelRule = { channel: 'Audio', when: [[medium('audio')]] };
const aiAssistant: ChannelRule = {
  channel: 'AI Assistant',
  when: [[medium('ai-assistant'), { field: 'campaign', is: ['(ai-assistant)'] }]],
};

function paid(pattern: string): ChannelRule[] {
  const bought = mediumLike(pattern);
  return [
    { channel: 'Paid Shopping', when: [[site('shopping'), shop], [bought]] },
    { channel: 'Paid Search', when: [[site('search')], [bought]] },
    { channel: 'Paid Social', when: [[site('social')], [bought]] },
    { channel: 'Paid Video', when: [[site('video')], [bought]] },
  ];
}

const paidSince2023 = '^(.*cp.*|ppc|retargeting|paid.*)$';
const owned2023: readonly ChannelRule[] = [
  { channel: 'Referral', when: [[medium('referral', 'app', 'link')]] },
  email,
  affiliates,
  audio,
  { channel: 'SMS', when: [[source('sms'), medium('sms')]] },
  {
    channel: 'Mobile Push Notifications',
    when: [[mediumLike('push$|mobile|notification'), source('firebase')]],
  },
];
const bought2023: readonly ChannelRule[] = [
  direct,
  crossNetwork,
  ...paid(paidSince2023),
  display,
  { channel: 'Paid Other', when: [[mediumLike(paidSince2023)]] },
];

/**
 * Google's default channel group as it was quoted at several times, oldest first.
 *
 * The oldest is a quotation without a date; others with its pattern for paid media are of November
 * 2022. AI Assistant was announced on 2026-05-13; its place in the order is not published: the one here
 * is an assumption.
 */
export const channelRuleSets: readonly ChannelRuleSet[] = [
  {
    id: 'ga4@2022-11',
    rules: [
      direct,
      crossNetwork,
      ...paid('^(.*cp.*|ppc|paid.*)$'),
      display,
      ...organic,
      email,
      affiliates,
      { channel: 'Referral', when: [[medium('referral')]] },
      audio,
      { channel: 'SMS', when: [[medium('sms')]] },
      { channel: 'Mobile Push Notifications', when: [[mediumLike('push$|mobile|notification')]] },
    ],
    source: {
      url: 'https://colemanmarketing.co.uk/ga4-default-channel-grouping/',
      verifiedAt: '2026-11-21',
    },
  },
  {
    id: 'ga4@2023-11',
    rules: [...bought2023, ...organic, ...owned2023],
    source: {
      url: 'https://support.google.com/analytics/answer/9756891',
      verifiedAt: '2026-11-21',
    },
  },
  {
    id: 'ga4@2026-05',
    rules: [...bought2023, aiAssistant, ...organic, ...owned2023],
    source: {
      url: 'https://support.google.com/analytics/answer/9164320',
      verifiedAt: '2026-11-21',
    },
  },
];
