import type { NetworkInput } from './network.ts';

/** The networks of Google that are alive. */
export const googleNetworks: readonly NetworkInput[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    aliases: ['YT'],
    owner: 'Google',
    lifecycle: 'active',
    events: [
      {
        event: 'changed',
        date: '2026-09-14',
        note: 'Thumbnails may weigh 50 MB instead of 2 MB.',
        source: {
          url: 'https://developers.google.com/youtube/v3/revision_history',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    capabilities: [
      {
        names: ['video', 'edit', 'delete', 'own-posts', 'metrics', 'inbox', 'hide'],
        supported: true,
        source: { url: 'https://developers.google.com/youtube/v3', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['native-schedule'],
        supported: true,
        note: 'A private video with `publishAt`.',
        source: { url: 'https://developers.google.com/youtube/v3', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['text', 'link-card', 'images', 'thread', 'poll', 'story', 'direct-messages'],
        supported: false,
        source: { url: 'https://developers.google.com/youtube/v3', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: {
      viewCount: 'views',
      views: 'views',
      engagedViews: 'engagedViews',
      likeCount: 'reactions',
      likes: 'reactions',
      commentCount: 'comments',
      comments: 'comments',
      shares: 'shares',
      estimatedMinutesWatched: 'watchMinutes',
      subscriberCount: 'followers',
    },
  },
  {
    id: 'google-business-profile',
    name: 'Google Business Profile',
    aliases: ['GBP', 'Google My Business', 'GMB'],
    owner: 'Google',
    lifecycle: 'renamed',
    events: [
      {
        event: 'renamed',
        date: '2021-11',
        note: 'From Google My Business.',
        source: {
          url: 'https://polimake.com/en-us/kb/que-es-google-my-business',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'changed',
        date: '2026-04-07',
        note: 'Posts may recur.',
        source: { url: 'https://developers.google.com/my-business', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 1500, unit: 'characters' },
        note: 'No telephone numbers.',
        source: { url: 'https://developers.google.com/my-business', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['images', 'edit', 'delete', 'own-posts', 'metrics', 'inbox'],
        supported: true,
        note: 'Metrics of the profile; the inbox is reviews.',
        source: { url: 'https://developers.google.com/my-business', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['native-schedule'],
        supported: true,
        from: '2026-04-07',
        note: 'As a recurrence.',
        source: { url: 'https://developers.google.com/my-business', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['video', 'carousel', 'thread', 'poll', 'story', 'direct-messages'],
        supported: false,
        source: { url: 'https://developers.google.com/my-business', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
  },
];
