import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { pinterestFacts } from './insights.ts';
import { pinterestLimits } from './limits.ts';
import { pinterestRates } from './rates.ts';
import type { PinterestSettings } from './settings.ts';

const documentation = 'https://developers.pinterest.com/docs/api/v5/';
const verifiedAt = '2026-11-21';
const source = { url: documentation, verifiedAt };
const day = 86_400;

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  carousel: true,
  delete: true,
  metrics: true,
  thread: false,
  'first-comment': false,
  reply: false,
  poll: false,
  edit: false,
  inbox: false,
  'hide-reply': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'The description; a pin needs a picture or a video.',
  'link-card': 'The pin itself leads to the address.',
  images: 'Bytes as JPEG and PNG; what Pinterest fetches may be of other kinds.',
  video: 'With a cover: a picture, or a moment of the film.',
  carousel: 'Two to five pictures of one shape.',
  edit: 'In beta with the network, and not offered here.',
  metrics: 'Of the last ninety days.',
  inbox: 'The network gives applications no comments and no messages.',
};

const scopes = {
  publish: 'boards:read boards:write pins:read pins:write user_accounts:read',
  'secret-boards': 'boards:read_secret boards:write_secret pins:read_secret pins:write_secret',
  delete: 'boards:read boards:write pins:read pins:write',
  metrics: 'boards:read pins:read user_accounts:read',
};

/** What Pinterest offers, as data. */
export function pinterestManifest(settings: PinterestSettings): Manifest {
  return {
    platform: 'pinterest',
    name: 'Pinterest',
    documentation,
    verifiedAt,
    capabilities: listCapabilities(capabilities, notes, source),
    limits: pinterestLimits(settings),
    rates: pinterestRates(settings),
    facts: [...pinterestFacts],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 30 * day,
        renewal: 'refresh-token',
        confidence: 'official',
        source,
      },
      {
        credential: 'refreshToken',
        seconds: 60 * day,
        renewal: 'itself',
        confidence: 'official',
        note: 'Each refresh gives a new one.',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'With trial access pins are shown to their owner alone, and an application has 1,000 requests a day.',
      how: 'Ask for standard access in Pinterest’s developer portal, with a film of the application at work.',
      source: {
        url: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/',
        verifiedAt,
      },
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token of the account, good for 30 days.',
      },
      {
        name: 'refreshToken',
        secret: true,
        description: 'Renews it; good for 60 days from its last use.',
      },
      { name: 'clientId', secret: false, description: 'The application’s id, to renew with.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}
