import type { Manifest, RateRule } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { MastodonFacts } from './facts.ts';
import { mastodonLimits } from './limits.ts';
import type { MastodonSettings } from './settings.ts';

const rateLimits = {
  url: 'https://docs.joinmastodon.org/api/rate-limits/',
  verifiedAt: '2026-11-21',
};
const statuses = {
  url: 'https://docs.joinmastodon.org/methods/statuses/',
  verifiedAt: '2026-11-21',
};

const oauth = { url: 'https://docs.joinmastodon.org/spec/oauth/', verifiedAt: '2026-11-21' };
const scopes = {
  publish: 'read write:statuses write:media',
  delete: 'write:statuses',
  metrics: 'read:accounts read:statuses',
  inbox: 'read:notifications',
};

function rate(bucket: string, points: number, windowSeconds: number): RateRule {
  return {
    bucket,
    per: 'account',
    points,
    windowSeconds,
    kind: 'fixed',
    confidence: 'official',
    source: rateLimits,
  };
}

/** What Mastodon offers, as data. */
export function mastodonManifest({ statusesPerThreeHours = 300 }: MastodonSettings): Manifest {
  const capabilities = {
    text: true,
    'link-card': true,
    images: true,
    video: true,
    audio: true,
    thread: true,
    'first-comment': true,
    reply: true,
    quote: true,
    mention: true,
    'content-warning': true,
    visibility: true,
    poll: true,
    edit: true,
    delete: true,
    metrics: true,
    inbox: true,
    'hide-reply': false,
    'native-schedule': true,
  };
  const notes: Readonly<Record<string, string>> = {
    'link-card': 'Made by the server from the first link of the text.',
    quote: 'From version 4.5.',
    edit: 'Readers see that it was edited; another poll loses its votes.',
    metrics: 'Counts of reactions; no views.',
    'native-schedule': 'Some servers accept the time and post at once; see the facts.',
  };
  return {
    platform: 'mastodon',
    name: 'Mastodon',
    documentation: 'https://docs.joinmastodon.org',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, statuses),
    limits: mastodonLimits(MastodonFacts.parse({})),
    rates: [
      rate('requests', 300, 300),
      rate('media', 30, 1800),
      rate('deletes', 30, 1800),
      { ...rate('statuses', statusesPerThreeHours, 10_800), confidence: 'unverified' },
    ],
    facts: ['reactions', 'comments', 'shares', 'quotes', 'followers', 'posts'],
    scopes: listScopes(scopes, oauth),
    tokenLifetimes: [
      {
        credential: 'accessToken',
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        note: 'Until the account or the application revokes it.',
        source: oauth,
      },
    ],
    access: {
      kind: 'open',
      note: 'An application registers itself with each server.',
      source: oauth,
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'A token with the scopes read, write:statuses and write:media.',
      },
    ],
  };
}
