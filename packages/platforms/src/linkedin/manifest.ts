import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { limitsOf } from './rules.ts';
import type { LinkedInSettings } from './settings.ts';

const verifiedAt = '2026-11-21';
const documentation =
  'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api';
const source = { url: documentation, verifiedAt };
const rates = {
  url: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits',
  verifiedAt,
};

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  document: true,
  thread: false,
  'first-comment': true,
  reply: true,
  mention: true,
  reshare: true,
  reaction: true,
  poll: true,
  edit: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  'link-card': 'Not read from the page: title, description and image come from the draft.',
  images: 'Two to twenty make one post; no carousel without paying.',
  thread: 'Further items are comments.',
  edit: 'The text alone.',
  metrics: 'Of members where the application may ask.',
  inbox: 'Comments under an organization’s posts, and posts that name it; no messages.',
};

const scopes = {
  publish: 'openid profile w_member_social',
  delete: 'w_member_social',
  'publish-organization': 'w_organization_social rw_organization_admin',
  'delete-organization': 'w_organization_social',
  metrics: 'rw_organization_admin r_member_postAnalytics',
  inbox: 'r_organization_social',
};
const authorization = {
  url: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication',
  verifiedAt,
};
const day = 86_400;

/** What LinkedIn offers, as data. */
export function manifestOf(settings: LinkedInSettings): Manifest {
  return {
    platform: 'linkedin',
    name: 'LinkedIn',
    documentation,
    verifiedAt,
    capabilities: listCapabilities(capabilities, notes, source),
    limits: limitsOf(settings),
    rates: [
      {
        bucket: 'posts',
        per: 'account',
        points: settings.postsPerDay ?? 150,
        windowSeconds: 86_400,
        kind: 'fixed',
        confidence: 'third-party',
        source: rates,
      },
    ],
    facts: [
      'impressions',
      'reach',
      'clicks',
      'reactions',
      'comments',
      'shares',
      'followers',
      'follows',
      'profileVisits',
      // Members' posts, since version 202604.
      'forwards',
      'saves',
      'linkClicks',
      'callToActionClicks',
    ],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: 60 * day,
        renewal: 'refresh-token',
        confidence: 'official',
        note: 'Without a refresh token a person signs in again.',
        source: authorization,
      },
      {
        credential: 'refreshToken',
        seconds: 365 * day,
        renewal: 'sign-in',
        confidence: 'official',
        note: 'Approved partners only; counts from the first consent, and refreshing does not lengthen it.',
        source: authorization,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Members’ own posts are open; organizations need the Community Management API.',
      how: 'Add the product to the application in LinkedIn’s developer portal, and have it reviewed.',
      source: authorization,
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token of the member who posts, good for 60 days.',
      },
      {
        name: 'refreshToken',
        secret: true,
        description: 'Renews it for 365 days from the first consent; approved partners only.',
      },
      { name: 'clientId', secret: false, description: 'The application’s id, to renew with.' },
      { name: 'clientSecret', secret: true, description: 'The application’s secret.' },
    ],
  };
}
