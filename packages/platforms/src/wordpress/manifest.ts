import type { Manifest } from '@affiche/core';
import { listCapabilities } from '../manifest-lists.ts';
import { documentation, wordPressLimits } from './limits.ts';
import type { WordPressSettings } from './settings.ts';

const capabilities = {
  text: true,
  images: true,
  video: true,
  audio: true,
  document: true,
  'first-comment': true,
  reply: true,
  'own-posts': true,
  delete: true,
  metrics: true,
  inbox: true,
  'hide-reply': true,
  'native-schedule': true,
  thread: false,
  poll: false,
  'content-warning': false,
};
const notes: Readonly<Record<string, string>> = {
  text: 'Markdown or HTML, cleaned of all that runs, as blocks or HTML.',
  thread: 'Further items are comments under the post.',
  delete: 'Posts go into the trash.',
  metrics: 'The number of comments alone.',
  inbox: 'Comments, those that are held back as well; to approve, the user needs to be an editor.',
  'native-schedule': 'A post with the status future, which the blog publishes by itself.',
};

/** What WordPress offers, as data. */
export function wordPressManifest(settings: WordPressSettings): Manifest {
  return {
    platform: 'wordpress',
    name: 'WordPress',
    documentation: 'https://developer.wordpress.org/rest-api/',
    verifiedAt: documentation.verifiedAt,
    capabilities: listCapabilities(capabilities, notes, documentation),
    limits: wordPressLimits(settings),
    // The software has none; a host may answer 429 all the same.
    rates: [],
    facts: ['comments'],
    credentials: [
      { name: 'username', secret: false, description: 'The user who posts: an author or more.' },
      {
        name: 'applicationPassword',
        secret: true,
        description: 'Made in the profile of the user; it does not end, and can be revoked.',
      },
    ],
    tokenLifetimes: [
      {
        credential: 'applicationPassword',
        seconds: null,
        renewal: 'never',
        confidence: 'official',
        source: documentation,
      },
    ],
    access: { kind: 'open', source: documentation },
  };
}
