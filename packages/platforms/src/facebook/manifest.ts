import type { Manifest } from '@affiche/core';
import { listCapabilities, listScopes } from '../manifest-lists.ts';
import { facebookLimits } from './limits.ts';
import { facebookFacts } from './metrics.ts';
import { facebookRates } from './rates.ts';
import type { FacebookSettings } from './settings.ts';

const documentation = 'https://developers.facebook.com/docs/pages-api';
const source = { url: documentation, verifiedAt: '2026-11-21' };
const day = 86_400;

const capabilities = {
  text: true,
  'link-card': true,
  images: true,
  video: true,
  carousel: true,
  reel: true,
  story: true,
  'first-comment': true,
  reply: true,
  location: true,
  'native-schedule': true,
  edit: true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'delete-reply': true,
  'direct-messages': true,
  thread: false,
  poll: false,
  quote: false,
  'content-warning': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Pages only: profiles and groups cannot be published to.',
  'link-card': 'Facebook reads what stands on it from the page itself.',
  carousel: 'Cards beside a link.',
  story: 'One picture or one film; no words.',
  'first-comment': 'One picture at most.',
  'native-schedule': '10 minutes to 30 days ahead; neither stories nor comments.',
  edit: 'The words alone, of posts by the same application.',
  'direct-messages':
    'Within 24 hours of theirs, or once in private to a comment within 7 days; words alone.',
};
const scopes = {
  publish: 'pages_show_list pages_read_engagement pages_manage_posts',
  video: 'pages_show_list pages_read_engagement pages_manage_posts publish_video',
  'first-comment': 'pages_show_list pages_read_engagement pages_manage_engagement',
  metrics: 'pages_show_list pages_read_engagement read_insights',
  inbox: 'pages_show_list pages_read_engagement pages_read_user_content',
  'hide-reply': 'pages_show_list pages_read_engagement pages_manage_engagement',
  'direct-messages': 'pages_show_list pages_read_engagement pages_messaging',
};

/** What Facebook offers to pages, as data. */
export function facebookManifest(settings: FacebookSettings): Manifest {
  return {
    platform: 'facebook',
    name: 'Facebook',
    documentation,
    verifiedAt: '2026-11-21',
    capabilities: listCapabilities(capabilities, notes, source),
    limits: facebookLimits(settings),
    rates: [...facebookRates],
    facts: [...facebookFacts],
    scopes: listScopes(scopes, source),
    tokenLifetimes: [
      {
        credential: 'shortLivedToken',
        seconds: 3600,
        renewal: 'itself',
        confidence: 'unverified',
        note: 'An hour or two; exchanged once for a long-lived one.',
        source,
      },
      {
        credential: 'userToken',
        seconds: 60 * day,
        renewal: 'sign-in',
        confidence: 'official',
        note: 'Data are closed after 90 days without the person, too.',
        source,
      },
      {
        credential: 'accessToken',
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        note: 'Until the person changes the password, loses the role or takes the consent back.',
        source,
      },
    ],
    access: {
      kind: 'restricted',
      why: 'Other people’s pages need advanced access to each permission.',
      how: 'Verify the business and pass App Review in Meta’s App Dashboard; people with a role in the application need neither.',
      source,
    },
    credentials: [
      {
        name: 'accessToken',
        secret: true,
        description: 'The page’s own token; fetched with userToken where it is missing.',
      },
      {
        name: 'userToken',
        secret: true,
        description: 'The token of a person who works on the page, good for 60 days.',
      },
      {
        name: 'shortLivedToken',
        secret: true,
        description: 'A person’s token good for an hour, to exchange for userToken.',
      },
      { name: 'clientId', secret: false, description: 'The application’s number.' },
      {
        name: 'clientSecret',
        secret: true,
        description: 'The application’s secret, for the exchange and to prove each request.',
      },
    ],
  };
}
