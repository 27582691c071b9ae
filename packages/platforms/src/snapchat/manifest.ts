import type { Manifest, RateRule } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { snapchatLimits, source } from './limits.ts';
import type { SnapchatSettings } from './settings.ts';

const capabilities = {
  story: true,
  images: true,
  video: true,
  text: false,
  'link-card': false,
  carousel: false,
  thread: false,
  'first-comment': false,
  reply: false,
  poll: false,
  edit: false,
  delete: false,
  metrics: false,
  inbox: false,
  'hide-reply': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  story: 'For a day.',
  video: 'Also as a spotlight, with words under it.',
  text: 'None alone.',
  metrics: 'The network has them; they are not offered here.',
  inbox: 'The network gives applications none.',
};

/** What Snapchat offers, as data. */
export function snapchatManifest(settings: SnapchatSettings): Manifest {
  return {
    platform: 'snapchat',
    name: 'Snapchat',
    documentation: 'https://developers.snap.com/api/marketing-api/Public-Profile-API/Introduction',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
    limits: snapchatLimits(settings),
    rates: [rate('app', 20), rate('account', 10)],
    facts: [],
    scopes: listScopes({ publish: 'snapchat-profile-api' }, source),
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
      why: 'The scope snapchat-profile-api is for organizations on Snap’s allow-list only. The adapter is experimental: parts of the interface are known from others alone.',
      how: 'Ask Snap’s partner team, or your account manager there, to put the organization on the list.',
      source,
    },
    credentials: [
      { name: 'accessToken', secret: true, description: 'A token of the profile.' },
      { name: 'refreshToken', secret: true, description: 'Renews it.' },
      { name: 'clientId', secret: false, description: 'The application’s id, to renew with.' },
      {
        name: 'clientSecret',
        secret: true,
        description: 'The application’s secret; files are locked with keys made from it.',
      },
    ],
  };
}

function rate(per: RateRule['per'], points: number): RateRule {
  return {
    bucket: 'requests',
    per,
    points,
    windowSeconds: 1,
    kind: 'sliding',
    confidence: 'official',
    source,
  };
}
