import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { encodeUrn, type LinkedIn, readLinkedIn } from './api.ts';
import { readMemberInsights } from './member-insights.ts';
import { readPage } from './page-insights.ts';
import { isOrganization } from './rules.ts';
import { NetworkSize, Statistics } from './wire.ts';

// Addresses have a length that servers bear.
const pageSize = 50;

/** What an organization's posts and page achieved, or a member's posts where the application may ask. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Reading[]> {
  if (!isOrganization(account)) return readMemberInsights(account, posts, io, linkedIn);
  const readings: Reading[] = [];
  for (const [list, prefix] of [
    ['shares', 'urn:li:share:'],
    ['ugcPosts', 'urn:li:ugcPost:'],
  ] as const) {
    const group = posts.filter(({ id }) => id.startsWith(prefix));
    for (let start = 0; start < group.length; start += pageSize) {
      const page = group.slice(start, start + pageSize);
      const { elements } = await readStatistics(account, list, page, io, linkedIn);
      readings.push(...page.flatMap((post) => readingsOf(account, post, elements, io)));
    }
  }
  return [
    ...readings,
    ...(await readFollowers(account, io, linkedIn)),
    ...(await readPage(account, io, linkedIn)),
  ];
}

function readStatistics(
  account: Account,
  list: 'shares' | 'ugcPosts',
  posts: readonly PublishedPost[],
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Statistics> {
  const urns = posts.map(({ id }) => encodeUrn(id)).join(',');
  return readLinkedIn(
    account,
    {
      method: 'get',
      path: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encodeUrn(account.id)}&${list}=List(${urns})`,
      endpoint: '/rest/organizationalEntityShareStatistics',
      finder: true,
      answer: Statistics,
      timeoutSeconds: 30,
    },
    io,
    linkedIn,
  );
}

function readingsOf(
  account: Account,
  post: PublishedPost,
  elements: Statistics['elements'],
  io: PlatformIo,
): Reading[] {
  const seen = elements.find(({ share, ugcPost }) => (share ?? ugcPost) === post.id);
  if (!seen) return [];
  const about = aboutPost(account, post, io);
  const counts = seen.totalShareStatistics;
  return [
    ...countReading('impressions', counts.impressionCount, about),
    ...countReading('reach', counts.uniqueImpressionsCount, about),
    ...countReading('clicks', counts.clickCount, about),
    ...countReading('reactions', counts.likeCount, about),
    ...countReading('comments', counts.commentCount, about),
    ...countReading('shares', counts.shareCount, about),
  ];
}

async function readFollowers(account: Account, io: PlatformIo, linkedIn: LinkedIn) {
  const { firstDegreeSize } = await readLinkedIn(
    account,
    {
      method: 'get',
      path: `/rest/networkSizes/${encodeUrn(account.id)}?edgeType=COMPANY_FOLLOWED_BY_MEMBER`,
      endpoint: '/rest/networkSizes/:id',
      answer: NetworkSize,
      timeoutSeconds: 15,
    },
    io,
    linkedIn,
  );
  return countReading('followers', firstDegreeSize, aboutAccount(account, io));
}
