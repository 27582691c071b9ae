import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutPost, countReading } from '../readings.ts';
import { encodeUrn, type LinkedIn, readUnless } from './api.ts';
import { Analytics } from './wire.ts';

/** What the network tells of a member's post, what it is called here, and since which version. */
const metrics = [
  ['IMPRESSION', 'impressions', '0'],
  ['MEMBERS_REACHED', 'reach', '0'],
  ['REACTION', 'reactions', '0'],
  ['COMMENT', 'comments', '0'],
  ['RESHARE', 'shares', '0'],
  ['POST_SEND', 'forwards', '202604'],
  ['POST_SAVE', 'saves', '202604'],
  ['LINK_CLICKS', 'linkClicks', '202604'],
  ['PREMIUM_CTA_CLICKS', 'callToActionClicks', '202604'],
  ['FOLLOWER_GAINED_FROM_CONTENT', 'follows', '202604'],
  ['PROFILE_VIEW_FROM_CONTENT', 'profileVisits', '202604'],
] as const;

/**
 * What a member's posts achieved, where the application may ask, with the scope
 * `r_member_postAnalytics`. Each number is a question of its own; one that was retired is left out.
 */
export async function readMemberInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) {
    const about = aboutPost(account, post, io);
    const kind = post.id.startsWith('urn:li:ugcPost:') ? 'ugc' : 'share';
    for (const [name, fact, since] of metrics) {
      if (linkedIn.version < since) continue;
      const call = {
        method: 'get',
        path: `/rest/memberCreatorPostAnalytics?q=entity&entity=(${kind}:${encodeUrn(post.id)})&queryType=${name}&aggregation=TOTAL`,
        endpoint: '/rest/memberCreatorPostAnalytics',
        finder: true,
        answer: Analytics,
        timeoutSeconds: 30,
      } as const;
      const found = await readUnless(
        ['invalid', 'gone', 'permission'],
        account,
        call,
        io,
        linkedIn,
      );
      if (found === 'permission') return readings;
      if (typeof found === 'object') {
        readings.push(...countReading(fact, found.elements[0]?.count, about));
      }
    }
  }
  return readings;
}
