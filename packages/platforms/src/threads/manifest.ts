import type { Manifest } from '@affiche/core';
import { threadsLimits } from './limits.ts';
import { threadsRates } from './rates.ts';
import type { ThreadsSettings } from './settings.ts';

const documentation = 'https://developers.facebook.com/documentation/threads';
const source = { url: documentation, verifiedAt: '2026-11-21' };

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  carousel: true,
  thread: true,
  'first-comment': true,
  reply: true,
  quote: true,
  mention: true,
  'reply-control': true,
  poll: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  edit: false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Scopes: threads_basic, threads_content_publish.',
  'link-card': 'Text only; beside media and polls the address stands in the text.',
  images: 'From a public address.',
  delete: 'Scope: threads_delete.',
  metrics: 'Scope: threads_manage_insights.',
  inbox: 'Scopes: threads_read_replies, threads_manage_mentions.',
  'hide-reply': 'Scope: threads_manage_replies.',
  'content-warning': 'Media are veiled; the words of the warning are not shown.',
};

/** What Threads offers, as data. */
export function threadsManifest(settings: ThreadsSettings): Manifest {
  return {
    platform: 'threads',
    name: 'Threads',
    documentation,
    verifiedAt: '2026-11-21',
    capabilities: Object.entries(capabilities).map(([name, supported]) =>
      Object.assign({ name, supported, source }, notes[name] && { note: notes[name] }),
    ),
    limits: threadsLimits(settings),
    rates: [...threadsRates],
    facts: [
      'views',
      'reactions',
      'comments',
      'shares',
      'quotes',
      'forwards',
      'linkClicks',
      'followers',
    ],
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description:
          'A long-lived token of the account, good for 60 days and renewed after its first; access that a private profile gave ends after 90 days.',
      },
      {
        name: 'shortLivedToken',
        secret: true,
        description: 'A token good for an hour, to exchange for the first long-lived one.',
      },
      {
        name: 'clientSecret',
        secret: true,
        description: 'The application’s secret, for the exchange and to prove each request.',
      },
    ],
  };
}
