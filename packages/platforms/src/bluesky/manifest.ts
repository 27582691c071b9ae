import type { Manifest } from '@affiche/core';
import { blueskyRates } from './rates.ts';
import type { BlueskyLimits } from './rules.ts';

const source = { url: 'https://docs.bsky.app', verifiedAt: '2026-11-21' };

/** What Bluesky offers, as data. */
export function blueskyManifest(limits: BlueskyLimits): Manifest {
  return {
    platform: 'bluesky',
    name: 'Bluesky',
    documentation: 'https://docs.bsky.app',
    verifiedAt: '2026-11-21',
    capabilities: [
      { name: 'text', supported: true, source },
      {
        name: 'link-card',
        supported: true,
        note: 'Made by whoever posts, not by the server.',
        source,
      },
      { name: 'images', supported: true, source },
      { name: 'video', supported: true, source },
      { name: 'thread', supported: true, source },
      { name: 'first-comment', supported: true, source },
      { name: 'reply', supported: true, source },
      { name: 'quote', supported: true, source },
      { name: 'mention', supported: true, source },
      { name: 'content-warning', supported: true, note: 'Fixed labels only.', source },
      { name: 'reply-control', supported: true, source },
      { name: 'poll', supported: false, source },
      {
        name: 'edit',
        supported: false,
        note: 'Records can be replaced, but the app shows the first version.',
        source,
      },
      { name: 'delete', supported: true, source },
      { name: 'metrics', supported: true, note: 'Counts of reactions; no views.', source },
      { name: 'inbox', supported: true, source },
      { name: 'hide-reply', supported: true, source },
      { name: 'native-schedule', supported: false, source },
    ],
    limits,
    rates: blueskyRates,
    facts: ['reactions', 'comments', 'shares', 'quotes', 'saves', 'followers', 'posts'],
    // App passwords open the whole account, so that there are no scopes to ask for.
    tokenLifetimes: [
      {
        credential: 'password',
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        note: 'Until it is withdrawn in the settings.',
        source,
      },
      {
        credential: 'accessJwt',
        seconds: 7200,
        renewal: 'refresh-token',
        confidence: 'official',
        source,
      },
      {
        credential: 'refreshJwt',
        seconds: 90 * 86_400,
        renewal: 'itself',
        confidence: 'official',
        source,
      },
    ],
    access: { kind: 'open', source },
    credentials: [
      {
        name: 'identifier',
        secret: false,
        description: 'The handle or DID of the account: acme.bsky.social.',
      },
      {
        name: 'password',
        secret: true,
        description: 'An app password, made in the settings of Bluesky.',
      },
    ],
  };
}
