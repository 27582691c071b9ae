import type { NetworkInput } from './network.ts';

/** Networks that closed, or that nobody can vouch for: old plans and archives still name them. */
export const retiredNetworks: readonly NetworkInput[] = [
  {
    id: 'google-plus',
    name: 'Google+',
    aliases: ['Google Plus', 'G+', 'GPlus'],
    owner: 'Google',
    lifecycle: 'retired',
    events: [
      {
        event: 'launched',
        date: '2011-06-28',
        source: { url: 'https://techquery.ng/?p=3141', verifiedAt: '2026-11-21' },
        confidence: 'medium',
      },
      {
        event: 'retired',
        date: '2019-04-02',
        note: 'For people and their pages; the edition for companies went on under other names.',
        source: {
          url: 'https://www.mercurynews.com/2019/01/31/still-using-google-you-wont-be-after-april-2/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    alternatives: ['facebook', 'linkedin', 'mastodon', 'google-business-profile'],
    archiveImport: 'google-plus-takeout',
    nativeMetrics: { plusOnes: 'reactions', comments: 'comments', reshares: 'shares' },
  },
  {
    id: 'slingshot',
    name: 'Slingshot',
    aliases: ['Facebook Slingshot'],
    owner: 'Meta',
    lifecycle: 'retired',
    events: [
      {
        event: 'launched',
        date: '2014-06',
        source: {
          url: 'https://www.technobezz.com/facebook-shuts-down-the-creative-labs-and-pulled-some-apps-from-the-app-store/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'retired',
        date: '2015-12-07',
        note: 'Taken out of the stores; installed copies kept working for a while.',
        source: {
          url: 'https://www.technobezz.com/facebook-shuts-down-the-creative-labs-and-pulled-some-apps-from-the-app-store/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    alternatives: ['instagram', 'snapchat', 'facebook'],
    note: 'It left no archive to import.',
  },
  {
    id: 'viadeo',
    name: 'Viadeo',
    aliases: ['Viaduc'],
    owner: 'Groupe Figaro',
    lifecycle: 'dormant',
    confidence: 'low',
    events: [
      {
        event: 'launched',
        date: '2004-06',
        note: 'As Viaduc.',
        source: {
          url: 'https://www.latribune.fr/technos-medias/internet/crash-de-viadeo-le-parcours-du-linkedin-francais-en-six-dates-621403.html',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'renamed',
        date: '2007-08',
        note: 'From Viaduc to Viadeo.',
        source: {
          url: 'https://www.latribune.fr/technos-medias/internet/crash-de-viadeo-le-parcours-du-linkedin-francais-en-six-dates-621403.html',
          verifiedAt: '2026-11-21',
        },
        confidence: 'medium',
      },
      {
        event: 'changed',
        date: '2016-11-29',
        note: 'Placed in receivership.',
        source: {
          url: 'https://www.maddyness.com/2016/11/30/socialmedia-viadeo-redressement-judiciaire/',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
      {
        event: 'acquired',
        date: '2016-12-23',
        note: 'By Figaro Classifieds, which meant to keep the network going. How it ended is not documented.',
        source: {
          url: 'http://www.webtimemedias.com/article/le-reseau-social-francais-viadeo-dans-les-mains-de-figaro-classifieds-20170103-59215',
          verifiedAt: '2026-11-21',
        },
        confidence: 'high',
      },
    ],
    alternatives: ['linkedin'],
    archiveImport: 'contacts-csv',
    note: 'Contacts that members exported as CSV or vCard can still be imported.',
  },
];
