import type { Manifest, RateRule } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { tiktokLimits } from './limits.ts';
import type { TikTokSettings } from './settings.ts';

const verifiedAt = '2026-11-21';
const documentation = 'https://developers.tiktok.com/doc/content-posting-api-get-started';
const source = { url: documentation, verifiedAt };
const rates = { url: 'https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit', verifiedAt };
const day = 86_400;

const capabilities = {
  text: true,
  images: true,
  video: true,
  carousel: true,
  draft: true,
  mention: true,
  disclosure: true,
  metrics: true,
  'link-card': false,
  thread: false,
  'first-comment': false,
  reply: false,
  poll: false,
  edit: false,
  delete: false,
  inbox: false,
  'hide-reply': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'With a film or photos.',
  images:
    'Up to 35, which TikTok fetches from addresses that are proved to be the application’s own.',
  video: 'Sent in chunks, or fetched.',
  draft: 'Into the creator’s inbox, to be finished in the app; a film comes without its text.',
  delete: 'In the app only: what is published cannot be taken back by a program.',
  metrics: 'Of public posts.',
};
const scopes = {
  publish: 'user.info.basic video.publish',
  draft: 'user.info.basic video.upload',
  metrics: 'user.info.basic user.info.stats video.list',
};

function perMinute(bucket: string, points: number): RateRule {
  return {
    bucket,
    per: 'account',
    points,
    windowSeconds: 60,
    kind: 'sliding',
    confidence: 'official',
    source: rates,
  };
}

/** What TikTok offers, as data. */
export function tiktokManifest({ postsPerDay = 15 }: TikTokSettings): Manifest {
  return {
    platform: 'tiktok',
    name: 'TikTok',
    documentation,
    verifiedAt,
    capabilities: listCapabilities(capabilities, notes, source),
    limits: tiktokLimits,
    rates: [
      perMinute('inits', 6),
      perMinute('status', 30),
      perMinute('info', 20),
      perMinute('requests', 600),
      {
        ...perMinute('posts', postsPerDay),
        windowSeconds: day,
        confidence: 'third-party',
        source,
      },
    ],
    facts: ['views', 'reactions', 'comments', 'shares', 'followers'],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: day,
        renewal: 'refresh-token',
        confidence: 'official',
        source,
      },
      {
        credential: 'refreshToken',
        seconds: 365 * day,
        renewal: 'itself',
        confidence: 'official',
        note: 'A refresh may give another one, which must be stored.',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'What an application posts before its audit is SELF_ONLY, to private accounts, of five creators in 24 hours.',
      how: 'Apply for the audit of the Content Posting API in TikTok’s developer portal, with a film of what creators see before they post.',
      source: {
        url: 'https://developers.tiktok.com/doc/content-sharing-guidelines',
        verifiedAt,
      },
    },
    credentials: [
      { name: 'accessToken', secret: true, description: 'A token of the creator, good for a day.' },
      { name: 'refreshToken', secret: true, description: 'Renews it for 365 days.' },
      { name: 'clientId', secret: false, description: 'The application’s client key.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}
