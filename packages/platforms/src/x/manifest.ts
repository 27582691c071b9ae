import type { Manifest, RateRule } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { priceRules } from './prices.ts';
import { xLimits } from './rules.ts';
import { pricesOf, type XSettings } from './settings.ts';

const source = { url: 'https://docs.x.com', verifiedAt: '2026-11-21' };
const rateLimits = {
  url: 'https://docs.x.com/x-api/fundamentals/rate-limits',
  verifiedAt: '2026-11-21',
};
const day = 86_400;
const window = 900;

function rate(
  bucket: string,
  per: RateRule['per'],
  points: number,
  windowSeconds: number,
): RateRule {
  return {
    bucket,
    per,
    points,
    windowSeconds,
    kind: 'fixed',
    confidence: 'official',
    source: rateLimits,
  };
}

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  thread: true,
  'first-comment': true,
  reply: true,
  quote: true,
  mention: true,
  'reply-control': true,
  poll: true,
  edit: true,
  location: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'direct-messages': true,
  article: true,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  'direct-messages': 'By x/messages.',
  article: 'By x/articles, with Premium.',
  'link-card': 'Made from the last link of the text.',
  edit: 'Within an hour, with Premium; it becomes another.',
  reply: 'Without a contract only to people who mentioned or quoted the account.',
  quote: 'Only with a contract.',
};

const xScopes = {
  publish: 'tweet.read tweet.write users.read media.write',
  delete: 'tweet.write',
  metrics: 'tweet.read users.read',
  inbox: 'tweet.read users.read',
  'hide-reply': 'tweet.moderate.write',
  'direct-messages': 'dm.read dm.write tweet.read users.read',
  refresh: 'offline.access',
};

/** What X offers, as data, and what it costs. */
export function xManifest(settings: XSettings): Manifest {
  const prices = pricesOf(settings);
  return {
    platform: 'x',
    name: 'X',
    documentation: 'https://docs.x.com',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
    limits: xLimits,
    rates: [
      rate('posts', 'account', 100, window),
      rate('posts', 'app', 10_000, day),
      rate('deletes', 'account', 50, window),
      rate('media', 'account', 500, window),
      rate('media', 'app', 50_000, day),
      rate('descriptions', 'account', 500, window),
      // The smallest budget of any endpoint that is only read: who the account is.
      rate('requests', 'account', 75, window),
    ],
    ...(prices && { prices: priceRules(prices, settings.pricesReadOn) }),
    facts: [
      'impressions',
      'reactions',
      'comments',
      'shares',
      'quotes',
      'saves',
      'linkClicks',
      'profileVisits',
      'interactions',
      'followers',
      'posts',
    ],
    scopes: listScopes(xScopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 7200,
        renewal: 'refresh-token',
        confidence: 'official',
        source,
      },
      {
        credential: 'refreshToken',
        seconds: 182 * day,
        renewal: 'itself',
        confidence: 'unverified',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Calls are paid for; only a contract allows quotes and answers to strangers.',
      how: 'Buy credits or ask for a contract at developer.x.com.',
      source,
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token of the account, good for 2 hours.',
      },
      {
        name: 'refreshToken',
        secret: true,
        description: 'Renews it, once; given with the scope offline.access.',
      },
      { name: 'clientId', secret: false, description: 'The application’s id.' },
      {
        name: 'clientSecret',
        secret: true,
        description: 'Its secret, where it has one.',
      },
    ],
  };
}
