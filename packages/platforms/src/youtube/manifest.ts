import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { youtubeLimits } from './limits.ts';
import { quotaZone } from './quota-day.ts';
import type { YouTubeSettings } from './settings.ts';
import { costsOf } from './units.ts';

const verifiedAt = '2026-11-21';
const documentation = 'https://developers.google.com/youtube/v3';
const source = { url: documentation, verifiedAt };
const revisions = {
  url: 'https://developers.google.com/youtube/v3/revision_history',
  verifiedAt,
};
const day = 86_400;

const capabilities = {
  text: true,
  video: true,
  captions: true,
  thumbnail: true,
  playlist: true,
  'first-comment': true,
  reply: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'native-schedule': true,
  'link-card': false,
  images: false,
  thread: false,
  poll: false,
  edit: false,
  'content-warning': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'A title and a description, with a film.',
  video: 'Upright or square and of three minutes at most, it is shown as a Short.',
  'native-schedule': 'A private film with publishAt; the film is uploaded at once.',
  'hide-reply': 'Held for review.',
  edit: 'Offered by the network, and not here.',
  metrics: 'Views, likes and comments; the Analytics interface is not read.',
  images: 'Community posts have no interface.',
};
const auth = 'https://www.googleapis.com/auth';
const scopes = {
  publish: `${auth}/youtube.upload ${auth}/youtube.readonly`,
  'first-comment': `${auth}/youtube.force-ssl`,
  captions: `${auth}/youtube.force-ssl`,
  playlist: `${auth}/youtube`,
  delete: `${auth}/youtube`,
  metrics: `${auth}/youtube.readonly`,
  inbox: `${auth}/youtube.force-ssl`,
};

/** What YouTube offers, as data. */
export function youtubeManifest(settings: YouTubeSettings): Manifest {
  const { unitsPerDay = 10_000, uploadsPerDay = 100 } = settings.quota ?? {};
  const rate = {
    per: 'app',
    windowSeconds: day,
    kind: 'fixed',
    midnightIn: quotaZone,
    confidence: 'official',
    source: revisions,
  } as const;
  return {
    platform: 'youtube',
    name: 'YouTube',
    documentation,
    verifiedAt,
    capabilities: listCapabilities(capabilities, notes, source),
    limits: youtubeLimits,
    rates: [
      { ...rate, bucket: 'units', points: unitsPerDay },
      { ...rate, bucket: 'uploads', points: uploadsPerDay },
    ],
    // A list is a unit, whatever it lists.
    readCosts: [{ bucket: 'units', points: costsOf(settings).read }],
    facts: ['views', 'reactions', 'comments', 'followers'],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 3600,
        renewal: 'refresh-token',
        confidence: 'official',
        source,
      },
      {
        credential: 'refreshToken',
        seconds: null,
        renewal: 'never',
        confidence: 'unverified',
        note: 'It ends after half a year without use, and after seven days where the consent screen is in testing.',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'What projects upload that were not audited is locked as private; 10,000 units and 100 uploads make a day.',
      how: 'Fill in the audit and quota form of the YouTube API Services.',
      source: {
        url: 'https://support.google.com/youtube/contact/yt_api_form',
        verifiedAt,
      },
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token of the channel, good for an hour.',
      },
      { name: 'refreshToken', secret: true, description: 'Renews it.' },
      { name: 'clientId', secret: false, description: 'The application’s id.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}
