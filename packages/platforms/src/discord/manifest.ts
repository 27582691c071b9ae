import type { Manifest, Source } from '@affiche/core';
import { listCapabilities } from '../manifest-lists.ts';
import { discordLimits, webhooks } from './limits.ts';
import type { DiscordSettings } from './settings.ts';

const rates: Source = {
  url: 'https://discord.com/developers/docs/topics/rate-limits',
  verifiedAt: '2026-11-21',
};

const notes: Readonly<Record<string, string>> = {
  'link-card': 'Made by the network, or an embed of the publication.',
  thread: 'One message after the other; of a bot each answers the one before.',
  document: 'Files of every kind.',
  'content-warning': 'Files are veiled; the words of the warning are not shown.',
  metrics: 'Reactions alone.',
};

/** What Discord offers, as data. */
export function discordManifest(settings: DiscordSettings): Manifest {
  const { as = 'webhook', canLook = false, messagesPerMinute = 30 } = settings;
  const bot = as === 'bot';
  const capabilities = {
    text: true,
    'link-card': true,
    images: true,
    video: true,
    animation: true,
    audio: true,
    document: true,
    thread: true,
    mention: true,
    poll: true,
    edit: true,
    delete: true,
    metrics: true,
    reply: bot,
    'own-posts': bot || canLook,
    'first-comment': false,
    inbox: false,
    'content-warning': false,
    'native-schedule': false,
  };
  const token = bot ? 'botToken' : 'webhookToken';
  return {
    platform: 'discord',
    name: 'Discord',
    documentation: webhooks.url,
    verifiedAt: webhooks.verifiedAt,
    capabilities: listCapabilities(capabilities, notes, webhooks),
    limits: discordLimits(settings),
    rates: [
      {
        bucket: 'messages',
        per: 'account',
        points: 5,
        windowSeconds: 2,
        kind: 'fixed',
        confidence: 'unverified',
        source: rates,
      },
      {
        bucket: 'messages',
        per: 'account',
        points: messagesPerMinute,
        windowSeconds: 60,
        kind: 'sliding',
        confidence: 'unverified',
        source: rates,
      },
      {
        bucket: 'requests',
        per: 'app',
        points: 50,
        windowSeconds: 1,
        kind: 'sliding',
        confidence: 'official',
        source: rates,
      },
    ],
    facts: ['reactions'],
    credentials: [
      ...(bot
        ? []
        : [
            {
              name: 'webhookToken',
              secret: true,
              description: 'The last part of the webhook’s address; the part before is account.id.',
            },
          ]),
      ...(bot || canLook
        ? [
            {
              name: 'botToken',
              secret: true,
              description: 'The token of a bot that may see the channel and read its history.',
            },
          ]
        : []),
    ],
    tokenLifetimes: [
      {
        credential: token,
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        source: webhooks,
      },
    ],
    access: { kind: 'open', source: webhooks },
  };
}
