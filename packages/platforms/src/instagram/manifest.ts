import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { instagramLimits, publishing } from './limits.ts';
import { instagramFacts } from './metrics.ts';
import { instagramRates } from './rates.ts';
import { instagramAccess, instagramCredentials, instagramTokens } from './tokens.ts';
import type { InstagramSettings } from './settings.ts';

const capabilities = {
  text: true,
  images: true,
  video: true,
  carousel: true,
  reel: true,
  story: true,
  'alt-text': true,
  'first-comment': true,
  reply: true,
  mention: true,
  location: true,
  tags: true,
  collaborators: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'delete-reply': true,
  'direct-messages': true,
  'link-card': false,
  thread: false,
  poll: false,
  edit: false,
  delete: false,
  'content-warning': false,
  'native-schedule': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'As the caption of a picture or a film.',
  images: 'JPEG, from a public address.',
  video: 'From a public address, or sent; a single film is a reel.',
  story: 'One picture or film, without caption, stickers or links; gone after a day.',
  'alt-text': 'Of pictures; not of films and stories.',
  'direct-messages': 'Within 24 hours of theirs, or once in private to a comment within 7 days.',
  inbox: 'Comments, answers to them, and posts that tag us; mentions and messages come by webhook.',
  'link-card': 'An address in a caption opens nothing.',
  delete: 'Posts in the app only; comments can be deleted.',
  edit: 'Only whether people may comment.',
};

const instagramLogin = {
  publish: 'instagram_business_basic instagram_business_content_publish',
  reply: 'instagram_business_basic instagram_business_manage_comments',
  inbox: 'instagram_business_basic instagram_business_manage_comments',
  'hide-reply': 'instagram_business_basic instagram_business_manage_comments',
  metrics: 'instagram_business_basic instagram_business_manage_insights',
  'direct-messages': 'instagram_business_basic instagram_business_manage_messages',
};
const facebookLogin = {
  publish: 'instagram_basic instagram_content_publish pages_read_engagement',
  reply: 'instagram_basic instagram_manage_comments pages_read_engagement',
  inbox: 'instagram_basic instagram_manage_comments pages_read_engagement',
  'hide-reply': 'instagram_basic instagram_manage_comments pages_read_engagement',
  metrics: 'instagram_basic instagram_manage_insights pages_read_engagement',
  'direct-messages': 'instagram_basic instagram_manage_messages pages_read_engagement',
};

/** What Instagram offers, as data. */
export function instagramManifest(settings: InstagramSettings): Manifest {
  const { login = 'instagram' } = settings;
  return {
    platform: 'instagram',
    name: 'Instagram',
    documentation: 'https://developers.facebook.com/docs/instagram-platform',
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, publishing),
    limits: instagramLimits(settings),
    rates: [...instagramRates],
    facts: [...instagramFacts],
    scopes: listScopes(login === 'facebook' ? facebookLogin : instagramLogin, publishing),
    tokenLifetimes: instagramTokens(login),
    access: instagramAccess,
    credentials: instagramCredentials(login),
  };
}
