import type { Manifest, RateRule } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { tumblrFacts } from './insights.ts';
import { api, tumblrLimits } from './limits.ts';
import type { TumblrSettings } from './settings.ts';

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  carousel: true,
  edit: true,
  delete: true,
  metrics: true,
  'native-schedule': true,
  thread: false,
  'first-comment': false,
  reply: false,
  poll: false,
  inbox: false,
  'hide-reply': false,
  'content-warning': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Each paragraph is counted by itself.',
  carousel: 'Up to thirty images in a post.',
  video: 'One film in a post.',
  'native-schedule': 'Through the queue, at a time of one’s own or the queue’s.',
  metrics: 'Likes and reblogs; what people answered is not counted.',
  thread: 'The network goes on by reblogs, which are not offered here.',
};
const scopes = { publish: 'write offline_access', metrics: 'basic', delete: 'write' };

/** What Tumblr offers, as data. */
export function tumblrManifest(settings: TumblrSettings): Manifest {
  return {
    platform: 'tumblr',
    name: 'Tumblr',
    documentation: 'https://www.tumblr.com/docs/en/api/v2',
    verifiedAt: '2026-11-22',
    capabilities: listCapabilities(capabilities, notes, api),
    limits: tumblrLimits(settings),
    rates: [
      rate('requests', 'address', 300, 60),
      rate('requests', 'address', 18_000, 3600),
      rate('requests', 'address', 432_000, 86_400),
      rate('requests', 'app', 1000, 3600),
      rate('requests', 'app', 5000, 86_400),
      rate('posts', 'account', 250, 86_400),
      rate('images', 'account', 250, 86_400),
      rate('videos', 'account', 20, 86_400),
      rate('video-seconds', 'account', 3600, 86_400),
    ],
    facts: [...tumblrFacts],
    scopes: listScopes(scopes, api),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 2520,
        renewal: 'refresh-token',
        confidence: 'official',
        source: api,
      },
    ],
    access: { kind: 'open', note: 'An application is registered on the spot.', source: api },
    credentials: [
      { name: 'accessToken', secret: true, description: 'A token of a member of the blog.' },
      { name: 'refreshToken', secret: true, description: 'Renews it.' },
      { name: 'clientId', secret: false, description: 'The application’s consumer key.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}

function rate(
  bucket: string,
  per: RateRule['per'],
  points: number,
  windowSeconds: number,
): RateRule {
  return { bucket, per, points, windowSeconds, kind: 'fixed', confidence: 'official', source: api };
}
