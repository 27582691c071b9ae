import type { NetworkInput } from './network.ts';

/** The networks of short texts besides X and Threads. */
export const microblogNetworks: readonly NetworkInput[] = [
  {
    id: 'bluesky',
    name: 'Bluesky',
    aliases: ['Bsky', 'AT Protocol'],
    owner: 'Bluesky Social, PBC',
    lifecycle: 'active',
    events: [
      {
        event: 'announced',
        date: '2019',
        note: 'As a project inside Twitter; by invitation from 2023.',
        source: {
          url: 'https://ppc.land/bluesky-opens-up-to-all-users/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'launched',
        date: '2024-02-06',
        note: 'Open to everybody, without an invitation.',
        source: {
          url: 'https://www.dexerto.com/tech/twitter-x-rival-bluesky-finally-opens-to-the-public-2517820/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 300, unit: 'graphemes' },
        note: 'And at most 3,000 bytes of UTF-8.',
        source: { url: 'https://docs.bsky.app', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'carousel', 'thread', 'delete', 'own-posts'],
        supported: true,
        source: { url: 'https://docs.bsky.app', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['metrics', 'inbox', 'hide', 'direct-messages'],
        supported: true,
        note: 'Metrics are public counts: no impressions, no reach.',
        source: { url: 'https://docs.bsky.app', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['poll', 'story', 'edit', 'native-schedule'],
        supported: false,
        source: { url: 'https://docs.bsky.app', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      likeCount: 'reactions',
      replyCount: 'comments',
      repostCount: 'shares',
      quoteCount: 'quotes',
      bookmarkCount: 'saves',
      followersCount: 'followers',
      postsCount: 'posts',
    },
  },
  {
    id: 'mastodon',
    name: 'Mastodon',
    lifecycle: 'active',
    note: 'Many servers, each with limits of its own: ask the server.',
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 500, unit: 'characters, links count 23' },
        note: 'The default of a server.',
        source: { url: 'https://docs.joinmastodon.org', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'thread', 'poll', 'edit', 'delete', 'own-posts'],
        supported: true,
        source: { url: 'https://docs.joinmastodon.org', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['metrics', 'inbox', 'direct-messages', 'native-schedule'],
        supported: true,
        note: 'Metrics are public counts: no impressions, no reach.',
        source: { url: 'https://docs.joinmastodon.org', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['carousel', 'story', 'hide'],
        supported: false,
        source: { url: 'https://docs.joinmastodon.org', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      favourites_count: 'reactions',
      replies_count: 'comments',
      reblogs_count: 'shares',
      quotes_count: 'quotes',
      followers_count: 'followers',
      statuses_count: 'posts',
    },
  },
  {
    id: 'tumblr',
    name: 'Tumblr',
    owner: 'Automattic',
    lifecycle: 'active',
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 4096, unit: 'characters per block' },
        source: { url: 'https://github.com/tumblr/docs', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['images', 'video', 'edit', 'delete', 'own-posts', 'native-schedule'],
        supported: true,
        source: { url: 'https://github.com/tumblr/docs', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: { note_count: 'engagements', followers: 'followers' },
  },
];
