import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { redditFacts } from './insights.ts';
import { redditLimits, source } from './limits.ts';
import type { RedditSettings } from './settings.ts';

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  carousel: true,
  poll: true,
  thread: true,
  'first-comment': true,
  reply: true,
  edit: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Every post has a title; a post is a text, a link, pictures or a video.',
  carousel: 'A gallery of two to twenty pictures.',
  video: 'With a picture to show before it plays. The post appears later, and is waited for.',
  thread: 'What follows the post are comments under it.',
  edit: 'Texts and comments; a title and a link stay.',
  'hide-reply': 'Where the account moderates the community.',
  poll: 'Two to six choices, for one to seven whole days; the title asks.',
  'content-warning': 'The marks for adults and spoilers are options.',
};

const scopes = {
  publish: 'identity submit read flair history',
  edit: 'edit history',
  delete: 'edit',
  metrics: 'read',
  inbox: 'privatemessages',
  'hide-reply': 'modposts',
};

/** What Reddit offers, as data. */
export function redditManifest(settings: RedditSettings): Manifest {
  return {
    platform: 'reddit',
    name: 'Reddit',
    documentation: 'https://www.reddit.com/dev/api/',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
    limits: redditLimits(settings),
    rates: [
      {
        bucket: 'requests',
        per: 'app',
        points: settings.requestsPerTenMinutes ?? 1000,
        windowSeconds: 600,
        kind: 'fixed',
        confidence: 'third-party',
        source,
      },
    ],
    facts: [...redditFacts],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 86_400,
        renewal: 'refresh-token',
        confidence: 'unverified',
        note: 'An hour for older applications; what the answer says counts.',
        source,
      },
      {
        credential: 'refreshToken',
        seconds: null,
        renewal: 'never',
        confidence: 'third-party',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Applications need approval under Reddit’s Responsible Builder Policy, and commercial ones a contract.',
      how: 'Ask for access to the Data API through Reddit’s developer support, and say what the application will do in which communities.',
      source,
    },
    credentials: [
      { name: 'accessToken', secret: true, description: 'A token of the account.' },
      { name: 'refreshToken', secret: true, description: 'Renews it.' },
      { name: 'clientId', secret: false, description: 'The application’s id, to renew with.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
      {
        name: 'userAgent',
        secret: false,
        description: 'The application’s name, as `web:app:1.0 (by /u/somebody)`; optional.',
      },
    ],
  };
}
