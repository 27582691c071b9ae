import type { NetworkInput } from './network.ts';

/** Messengers with public channels, and sites of one's own. */
export const channelNetworks: readonly NetworkInput[] = [
  {
    id: 'snapchat',
    name: 'Snapchat',
    aliases: ['Snap'],
    owner: 'Snap',
    lifecycle: 'restricted',
    note: 'Its interface for public profiles is open to organizations on an allow-list only.',
    capabilities: [
      {
        names: ['text', 'images', 'video', 'story', 'own-posts', 'metrics'],
        supported: false,
        note: 'Allow-listed organizations only.',
        source: { url: 'https://developers.snap.com', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: { views: 'views', viewers: 'reach', shares: 'shares' },
  },
  {
    id: 'telegram',
    name: 'Telegram',
    lifecycle: 'active',
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 4096, unit: 'UTF-16 units' },
        note: 'After entities are parsed; captions 1,024.',
        source: { url: 'https://core.telegram.org/bots/api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'carousel', 'poll', 'edit', 'delete'],
        supported: true,
        source: { url: 'https://core.telegram.org/bots/api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['own-posts', 'metrics', 'native-schedule'],
        supported: false,
        note: 'Bots cannot list what they posted, nor see view counts.',
        source: { url: 'https://core.telegram.org/bots/api', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: { member_count: 'followers' },
  },
  {
    id: 'discord',
    name: 'Discord',
    lifecycle: 'active',
    capabilities: [
      {
        names: ['text'],
        supported: true,
        limit: { value: 2000, unit: 'characters' },
        source: {
          url: 'https://discord.com/developers/docs/resources/webhook',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['link-card', 'images', 'video', 'poll', 'edit', 'delete'],
        supported: true,
        note: 'By webhook.',
        source: {
          url: 'https://discord.com/developers/docs/resources/webhook',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        names: ['own-posts', 'metrics', 'inbox', 'native-schedule'],
        supported: false,
        source: {
          url: 'https://discord.com/developers/docs/resources/webhook',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    aliases: ['WordPress.com'],
    kind: 'site',
    lifecycle: 'active',
    capabilities: [
      {
        names: ['text', 'images', 'video', 'edit', 'delete', 'own-posts', 'inbox', 'hide'],
        supported: true,
        note: 'The inbox is comments.',
        source: { url: 'https://developer.wordpress.org/rest-api/', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['native-schedule'],
        supported: true,
        note: 'A post with the status `future`.',
        source: { url: 'https://developer.wordpress.org/rest-api/', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
      {
        names: ['metrics'],
        supported: false,
        source: { url: 'https://developer.wordpress.org/rest-api/', verifiedAt: '2026-11-21' },
        confidence: 'high',
      },
    ],
    nativeMetrics: { comment_count: 'comments' },
  },
  {
    id: 'website',
    name: 'Web site',
    aliases: ['Blog', 'Site web', 'Own site'],
    kind: 'site',
    lifecycle: 'active',
    note: 'Any site of one’s own that is not a WordPress.',
  },
];
