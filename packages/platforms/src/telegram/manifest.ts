import type { Manifest, Source } from '@affiche/core';
import { listCapabilities } from '../manifest-lists.ts';
import { documentation, telegramLimits } from './limits.ts';
import type { TelegramSettings } from './settings.ts';

const questions: Source = {
  url: 'https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
  verifiedAt: '2026-11-21',
};

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  animation: true,
  audio: true,
  document: true,
  carousel: true,
  thread: true,
  reply: true,
  mention: true,
  poll: true,
  pin: true,
  edit: true,
  delete: true,
  inbox: true,
  'hide-reply': true,
  metrics: false,
  'first-comment': false,
  'own-posts': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'The bot must be an administrator of a channel, with the right to post messages.',
  carousel: 'Two to ten images and videos, or sounds, or documents.',
  thread: 'Each message answers the one before.',
  delete: 'For 48 hours; an administrator’s own posts in a channel at any time.',
  'hide-reply': 'By deleting it.',
  inbox: 'Messages of a group, and of the discussion group of a channel, for a day.',
  metrics: 'The number of members; no views.',
  'own-posts': 'A message whose answer was lost is parked: nobody but a person can look.',
  'content-warning': 'Media are veiled; the words of the warning are not shown.',
};

/** What Telegram offers, as data. */
export function telegramManifest(settings: TelegramSettings): Manifest {
  return {
    platform: 'telegram',
    name: 'Telegram',
    documentation: documentation.url,
    verifiedAt: documentation.verifiedAt,
    capabilities: listCapabilities(capabilities, notes, documentation),
    limits: telegramLimits(settings),
    // Approximate by Telegram's own words: what a refusal says is what counts.
    rates: [
      {
        bucket: 'messages',
        per: 'account',
        points: settings.messagesPerMinute ?? 20,
        windowSeconds: 60,
        kind: 'sliding',
        confidence: 'third-party',
        source: questions,
      },
      {
        bucket: 'messages',
        per: 'app',
        points: 30,
        windowSeconds: 1,
        kind: 'sliding',
        confidence: 'third-party',
        source: questions,
      },
    ],
    facts: ['followers'],
    credentials: [
      {
        name: 'botToken',
        secret: true,
        description: 'What @BotFather gave for the bot; it does not end, and can be revoked.',
      },
    ],
    tokenLifetimes: [
      {
        credential: 'botToken',
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        source: documentation,
      },
    ],
    access: { kind: 'open', source: documentation },
  };
}
