import type { Manifest } from '@affiche/core';
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
  text: 'Scope w_member_social for a member, w_organization_social for a page.',
  'link-card': 'Not read from the page: title, description and image come from the draft.',
  images: 'Two to twenty make one post; no carousel without paying.',
  thread: 'Further items are comments.',
  edit: 'The text alone.',
  metrics: 'Organizations only, with the scope rw_organization_admin.',
  inbox:
    'Comments under an organization’s posts, with the scope r_organization_social; no messages.',
};

/** What LinkedIn offers, as data. */
export function manifestOf(settings: LinkedInSettings): Manifest {
  return {
    platform: 'linkedin',
    name: 'LinkedIn',
    documentation,
    verifiedAt,
    capabilities: Object.entries(capabilities).map(([name, supported]) =>
      Object.assign({ name, supported, source }, notes[name] && { note: notes[name] }),
    ),
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
    facts: ['impressions', 'reach', 'clicks', 'reactions', 'comments', 'shares', 'followers'],
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
