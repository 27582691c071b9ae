import type { NetworkInput } from './network.ts';

/** X, which was Twitter. */
export const x: NetworkInput = {
  id: 'x',
  name: 'X',
  aliases: ['Twitter', 'X (Twitter)', 'twttr'],
  owner: 'X Corp.',
  lifecycle: 'renamed',
  events: [
    {
      event: 'launched',
      date: '2006-07',
      source: {
        url: 'https://www.teqtop.com/news/elon-musk-initiates-brand-overhaul-rebranding-twitter-to-x',
        verifiedAt: '2026-11-21',
      },
      confidence: 'medium',
    },
    {
      event: 'changed',
      date: '2017-11-07',
      note: 'Texts may be 280 characters long instead of 140, in most languages.',
      source: {
        url: 'https://www.thewrap.com/twitter-opens-up-280-character-limit-to-everyone',
        verifiedAt: '2026-11-21',
      },
      confidence: 'high',
    },
    {
      event: 'renamed',
      date: '2023-07-24',
      note: 'From Twitter to X; the owner said so the day before.',
      source: {
        url: 'https://www.wionews.com/photos/in-pics-twitter-officially-renamed-to-x-a-brief-history-from-2006-to-the-present-619090',
        verifiedAt: '2026-11-21',
      },
      confidence: 'high',
    },
    {
      event: 'changed',
      date: '2026-02-23',
      note: 'Programs may reply only to authors who mentioned or quoted them.',
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      event: 'changed',
      date: '2026-04-20',
      note: 'Likes, follows and quote posts by programs need an Enterprise contract.',
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
  ],
  capabilities: [
    {
      names: ['text'],
      supported: true,
      limit: { value: 140, unit: 'characters' },
      until: '2017-11-07',
      source: {
        url: 'https://www.thewrap.com/twitter-opens-up-280-character-limit-to-everyone',
        verifiedAt: '2026-11-21',
      },
      confidence: 'high',
    },
    {
      names: ['text'],
      supported: true,
      limit: { value: 280, unit: 'weighted characters' },
      from: '2017-11-07',
      note: 'Chinese, Japanese and Korean characters weigh two; Premium accounts may write more.',
      source: {
        url: 'https://docs.x.com/fundamentals/counting-characters',
        verifiedAt: '2026-11-21',
      },
      confidence: 'high',
    },
    {
      names: ['images', 'video', 'link-card', 'thread', 'poll', 'delete', 'own-posts', 'metrics'],
      supported: true,
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      names: ['inbox', 'hide', 'direct-messages'],
      supported: true,
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      names: ['quote'],
      supported: true,
      until: '2026-04-20',
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      names: ['quote'],
      supported: false,
      from: '2026-04-20',
      note: 'Enterprise contracts only.',
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      names: ['edit'],
      supported: true,
      from: '2025-10-03',
      note: 'Premium accounts, within an hour.',
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
    {
      names: ['carousel', 'story', 'native-schedule'],
      supported: false,
      source: { url: 'https://docs.x.com/x-api', verifiedAt: '2026-11-21' },
      confidence: 'high',
    },
  ],
  nativeMetrics: {
    like_count: 'reactions',
    reply_count: 'comments',
    retweet_count: 'shares',
    repost_count: 'shares',
    quote_count: 'quotes',
    bookmark_count: 'saves',
    impression_count: 'impressions',
    url_link_clicks: 'linkClicks',
    followers_count: 'followers',
  },
};
