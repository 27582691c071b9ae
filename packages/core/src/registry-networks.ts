import type { NetworkInput } from './network.ts';

/** The networks that belong to no group of their own. */
export const otherNetworks: readonly NetworkInput[] = [
  {
    id: 'linkedin',
    name: 'LinkedIn',
    owner: 'Microsoft',
    lifecycle: 'active',
    events: [
      {
        event: 'launched',
        date: '2003-05-05',
        source: {
          url: 'https://www.historytools.org/companies/the-complete-history-of-linkedin',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        event: 'acquired',
        date: '2016-12-08',
        note: 'By Microsoft.',
        source: {
          url: 'https://www.smprotips.com/is-linkedin-part-of-microsoft/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 3000, unit: 'characters' },
        source: {
          url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'carousel', 'poll', 'edit', 'delete', 'inbox'],
        supported: true,
        source: {
          url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['own-posts', 'metrics'],
        supported: true,
        note: 'Organizations only, not members.',
        source: {
          url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['thread', 'story', 'hide', 'direct-messages', 'native-schedule'],
        supported: false,
        source: {
          url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      likeCount: 'reactions',
      commentCount: 'comments',
      shareCount: 'shares',
      clickCount: 'clicks',
      impressionCount: 'impressions',
      uniqueImpressionsCount: 'reach',
      firstDegreeSize: 'followers',
    },
  },
  {
    id: 'pinterest',
    name: 'Pinterest',
    owner: 'Pinterest',
    lifecycle: 'active',
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 800, unit: 'characters' },
        note: 'The description; titles 100, alt texts 500.',
        source: {
          url: 'https://github.com/pinterest/api-description',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'carousel', 'delete', 'own-posts', 'metrics'],
        supported: true,
        source: {
          url: 'https://github.com/pinterest/api-description',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['thread', 'poll', 'story', 'inbox', 'direct-messages', 'native-schedule'],
        supported: false,
        source: {
          url: 'https://github.com/pinterest/api-description',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      IMPRESSION: 'impressions',
      SAVE: 'saves',
      PIN_CLICK: 'clicks',
      OUTBOUND_CLICK: 'outboundClicks',
      TOTAL_COMMENTS: 'comments',
      TOTAL_REACTIONS: 'reactions',
      follower_count: 'followers',
    },
  },
  {
    id: 'tiktok',
    name: 'TikTok',
    aliases: ['Musical.ly', 'Tik Tok'],
    owner: 'ByteDance',
    lifecycle: 'active',
    events: [
      {
        event: 'changed',
        date: '2018-08-02',
        note: 'Musical.ly was merged into it.',
        source: {
          url: 'https://backtofrontshow.com/when-did-musically-become-tiktok/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 2200, unit: 'UTF-16 units' },
        note: 'As a caption of a video; photos have a title of 90 and a description of 4,000.',
        source: {
          url: 'https://developers.tiktok.com/doc/content-posting-api-get-started',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['images', 'video', 'carousel', 'own-posts', 'metrics'],
        supported: true,
        note: 'Programs that were not audited can post in private only.',
        source: {
          url: 'https://developers.tiktok.com/doc/content-posting-api-get-started',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['thread', 'poll', 'story', 'edit', 'delete', 'inbox', 'native-schedule'],
        supported: false,
        source: {
          url: 'https://developers.tiktok.com/doc/content-posting-api-get-started',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      like_count: 'reactions',
      comment_count: 'comments',
      share_count: 'shares',
      view_count: 'views',
      follower_count: 'followers',
    },
  },
  {
    id: 'reddit',
    name: 'Reddit',
    owner: 'Reddit',
    lifecycle: 'restricted',
    confidence: 'medium',
    note: 'Programs need approval, commercial ones a contract.',
    capabilities: [
      {
        names: ['text', 'link-card', 'images', 'video', 'carousel', 'poll', 'edit', 'delete'],
        supported: true,
        source: { url: 'https://github.com/praw-dev/praw', verifiedAt: '2026-11-21' },
        confidence: 'medium',
      },
      {
        names: ['own-posts', 'metrics', 'inbox', 'hide', 'direct-messages'],
        supported: true,
        source: { url: 'https://github.com/praw-dev/praw', verifiedAt: '2026-11-21' },
        confidence: 'medium',
      },
    ],
    nativeMetrics: { score: 'reactions', num_comments: 'comments', subscribers: 'followers' },
  },
];
