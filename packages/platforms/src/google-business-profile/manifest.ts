import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { businessFacts } from './insights.ts';
import { businessLimits, source } from './limits.ts';
import type { GoogleBusinessProfileSettings } from './settings.ts';

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  reply: true,
  edit: true,
  delete: true,
  metrics: true,
  inbox: true,
  video: false,
  carousel: false,
  thread: false,
  'first-comment': false,
  poll: false,
  'hide-reply': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Without telephone numbers; as news, an event or an offer.',
  'link-card': 'As a button: book, order, shop, learn more, sign up; or call.',
  images: 'One, that Google fetches from its address.',
  reply: 'To reviews.',
  edit: 'The text and the button.',
  metrics: 'Of the place, over 28 days; none of single posts.',
  inbox: 'Reviews, with their stars above the words.',
};
const manage = 'https://www.googleapis.com/auth/business.manage';

/** What Google Business Profile offers, as data. */
export function businessManifest(settings: GoogleBusinessProfileSettings): Manifest {
  return {
    platform: 'google-business-profile',
    name: 'Google Business Profile',
    documentation: 'https://developers.google.com/my-business',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
    limits: businessLimits(settings),
    rates: [
      {
        bucket: 'requests',
        per: 'app',
        points: 300,
        windowSeconds: 60,
        kind: 'sliding',
        confidence: 'official',
        source,
      },
    ],
    facts: businessFacts,
    scopes: listScopes({ publish: manage, metrics: manage, inbox: manage }, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 3600,
        renewal: 'refresh-token',
        confidence: 'unverified',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Until Google lets a project in, its quota for the Business Profile APIs is 0.',
      how: 'Send the “Application for Basic API Access” for the Cloud project, from an account that manages a verified profile.',
      source: {
        url: 'https://developers.google.com/my-business/content/prereqs',
        verifiedAt: '2026-11-21',
      },
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token of somebody who manages the place.',
      },
      { name: 'refreshToken', secret: true, description: 'Renews it.' },
      { name: 'clientId', secret: false, description: 'The application’s id, to renew with.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}
