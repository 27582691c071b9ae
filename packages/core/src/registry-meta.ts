import type { NetworkInput } from './network.ts';

/** The networks of Meta. */
export const metaNetworks: readonly NetworkInput[] = [
  {
    id: 'facebook',
    name: 'Facebook',
    aliases: ['FB', 'Facebook Pages', 'TheFacebook'],
    owner: 'Meta',
    lifecycle: 'active',
    events: [
      {
        event: 'launched',
        date: '2004',
        note: 'For Harvard; for everybody over 13 from 2006.',
        source: {
          url: 'https://inews.co.uk/news/technology/who-owns-instagram-meta-threads-whatsapp-facebook-2458217',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        event: 'changed',
        date: '2025-11-15',
        note: 'Page impressions were withdrawn; media views took their place and count differently.',
        source: {
          url: 'https://developers.facebook.com/docs/platforminsights/page/deprecated-metrics',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        event: 'changed',
        date: '2026-06-15',
        note: 'Post impressions ended.',
        source: {
          url: 'https://developers.facebook.com/docs/graph-api/reference/insights',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
    ],
    capabilities: [
      {
        names: ['text', 'link-card', 'images', 'video', 'story', 'edit', 'delete', 'own-posts'],
        supported: true,
        note: 'Pages only; personal profiles and groups cannot be published to.',
        source: { url: 'https://developers.facebook.com/docs/pages-api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['metrics', 'inbox', 'hide', 'direct-messages', 'native-schedule'],
        supported: true,
        source: { url: 'https://developers.facebook.com/docs/pages-api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['impressions'],
        supported: true,
        until: '2026-06-15',
        note: 'Post impressions ended; media views took their place.',
        source: {
          url: 'https://developers.facebook.com/docs/graph-api/reference/insights',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        names: ['thread', 'poll'],
        supported: false,
        source: { url: 'https://developers.facebook.com/docs/pages-api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      reactions: 'reactions',
      comments: 'comments',
      shares: 'shares',
      post_clicks: 'clicks',
      post_media_view: 'views',
      post_total_media_view_unique: 'reach',
      page_follows: 'followers',
    },
  },
  {
    id: 'instagram',
    name: 'Instagram',
    aliases: ['IG', 'Insta'],
    owner: 'Meta',
    lifecycle: 'active',
    events: [
      {
        event: 'launched',
        date: '2010-10-06',
        source: { url: 'https://www.crossroadstoday.com/tag/snapchat/', verifiedAt: '2026-11-21' },
        confidence: 'medium',
      },
      {
        event: 'acquired',
        date: '2012',
        note: 'By Facebook, now Meta.',
        source: {
          url: 'https://inews.co.uk/news/technology/who-owns-instagram-meta-threads-whatsapp-facebook-2458217',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 2200, unit: 'characters' },
        note: 'As a caption: a post without media does not exist.',
        source: {
          url: 'https://developers.facebook.com/docs/instagram-platform/content-publishing',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['images', 'video', 'carousel', 'story', 'own-posts', 'metrics', 'inbox', 'hide'],
        supported: true,
        note: 'Professional accounts only.',
        source: {
          url: 'https://developers.facebook.com/docs/instagram-platform/content-publishing',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['alt-text'],
        supported: true,
        limit: { value: 1000, unit: 'characters' },
        from: '2025-03-24',
        note: 'Images only, not reels or stories.',
        source: {
          url: 'https://developers.facebook.com/docs/instagram-platform/content-publishing',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['impressions'],
        supported: true,
        until: '2025-04-21',
        note: 'Views took their place and count differently.',
        source: {
          url: 'https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['link-card', 'thread', 'poll', 'edit', 'delete', 'native-schedule'],
        supported: false,
        source: {
          url: 'https://developers.facebook.com/docs/instagram-platform/content-publishing',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      likes: 'reactions',
      comments: 'comments',
      shares: 'shares',
      saved: 'saves',
      views: 'views',
      reach: 'reach',
      followers_count: 'followers',
    },
  },
  {
    id: 'threads',
    name: 'Threads',
    owner: 'Meta',
    lifecycle: 'active',
    events: [
      {
        event: 'launched',
        date: '2023-07-05',
        note: 'In the United States; 6 July in Europe and Asia by local time.',
        source: {
          url: 'https://law.com/legaltechnews/2023/07/11/threading-the-needle-ten-things-legal-needs-to-know-about-threads',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'changed',
        date: '2025-12-22',
        note: 'More than five distinct links in a post are refused.',
        source: { url: 'https://developers.facebook.com/docs/threads', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 500, unit: 'characters, emoji by UTF-8 bytes' },
        source: { url: 'https://developers.facebook.com/docs/threads', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['links'],
        supported: true,
        limit: { value: 5, unit: 'distinct links' },
        from: '2025-12-22',
        source: { url: 'https://developers.facebook.com/docs/threads', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: [
          'link-card',
          'images',
          'video',
          'carousel',
          'thread',
          'poll',
          'delete',
          'own-posts',
          'metrics',
          'inbox',
          'hide',
        ],
        supported: true,
        source: { url: 'https://developers.facebook.com/docs/threads', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['edit', 'direct-messages', 'native-schedule'],
        supported: false,
        source: { url: 'https://developers.facebook.com/docs/threads', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      likes: 'reactions',
      replies: 'comments',
      reposts: 'shares',
      quotes: 'quotes',
      views: 'views',
      clicks: 'linkClicks',
      followers_count: 'followers',
    },
  },
];
