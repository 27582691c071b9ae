import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
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
  'approve-reply': true,
  repost: true,
  location: true,
  edit: false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  'link-card': 'Text only; beside media and polls the address stands in the text.',
  images: 'From a public address.',
  'content-warning': 'Media are veiled; the words of the warning are not shown.',
};

const scopes = {
  publish: 'threads_basic threads_content_publish',
  reply: 'threads_basic threads_content_publish threads_manage_replies',
  delete: 'threads_basic threads_delete',
  metrics: 'threads_basic threads_manage_insights',
  inbox: 'threads_basic threads_read_replies threads_manage_mentions',
  'hide-reply': 'threads_basic threads_manage_replies',
  location: 'threads_basic threads_location_tagging',
};
const day = 86_400;

/** What Threads offers, as data. */
export function threadsManifest(settings: ThreadsSettings): Manifest {
  return {
    platform: 'threads',
    name: 'Threads',
    documentation,
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
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
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'shortLivedToken',
        seconds: 3600,
        renewal: 'itself',
        confidence: 'official',
        note: 'Exchanged once for a long-lived one.',
        source,
      },
      {
        credential: 'accessToken',
        seconds: 60 * day,
        renewal: 'itself',
        confidence: 'official',
        note: 'From its first day to its last; what a private profile allowed ends after 90 days.',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Other people’s accounts need advanced access to each permission.',
      how: 'Verify the business and pass App Review in Meta’s App Dashboard; testers of the application need neither.',
      source,
    },
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
