import type { ActionKind } from '../audience/profile.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticateReader, requireSelf } from './accounts.ts';
import { commentsUnder } from './comments.ts';
import { type LinkedIn, linkedInError } from './context.ts';
import { audiencePost, findPost, type Post, postsOf } from './posts.ts';

/** Counts of an organization: what its posts got, and how many follow it. */
export function statisticsRoutes(linkedIn: LinkedIn): Route[] {
  return [
    route('GET', '/rest/organizationalEntityShareStatistics', (exchange) => {
      const account = authenticateReader(linkedIn, exchange);
      requireSelf(account, exchange.query.get('organizationalEntity'));
      const elements = named(exchange).flatMap((urn) => {
        const post = findPost(linkedIn, urn);
        return post?.author === account.urn ? [statisticsOf(linkedIn, post)] : [];
      });
      return { status: 200, body: { elements, paging: { start: 0, count: elements.length } } };
    }),
    route('GET', '/rest/networkSizes/:id', (exchange) => {
      const account = authenticateReader(linkedIn, exchange);
      requireSelf(account, exchange.parameters['id']);
      if (exchange.query.get('edgeType') !== 'COMPANY_FOLLOWED_BY_MEMBER') {
        throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'The edge type is not known');
      }
      return { status: 200, body: { firstDegreeSize: followersNow(linkedIn, account) } };
    }),
    route('GET', '/rest/organizationalEntityFollowerStatistics', (exchange) => {
      const account = authenticateReader(linkedIn, exchange);
      requireSelf(account, exchange.query.get('organizationalEntity'));
      const elements = daysOf(exchange).map(({ start, end }) => ({
        organizationalEntity: account.urn,
        followerGains: {
          organicFollowerGain: counted(linkedIn, account, 'follow', start, end),
          paidFollowerGain: 0,
        },
        timeRange: { start, end },
      }));
      return { status: 200, body: { elements } };
    }),
    route('GET', '/rest/organizationPageStatistics', (exchange) => {
      const account = authenticateReader(linkedIn, exchange);
      requireSelf(account, exchange.query.get('organization'));
      const elements = daysOf(exchange).map(({ start, end }) => {
        const pageViews = viewsPerClick * counted(linkedIn, account, 'bookmark', start, end);
        return {
          organization: account.urn,
          totalPageStatistics: { views: { allPageViews: { pageViews } } },
          timeRange: { start, end },
        };
      });
      return { status: 200, body: { elements } };
    }),
  ];
}

// How often somebody who opened a post looks at the page behind it: an assumption.
const viewsPerClick = 2;
const day = 86_400_000;

/** The days of `(timeRange:(start:…,end:…),timeGranularityType:DAY)`. */
function daysOf({ query }: Exchange): { readonly start: number; readonly end: number }[] {
  const { start, end } =
    /^\(timeRange:\(start:(?<start>\d+),end:(?<end>\d+)\),timeGranularityType:DAY\)$/.exec(
      query.get('timeIntervals') ?? '',
    )?.groups ?? {};
  if (start === undefined || end === undefined) {
    throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'timeIntervals names no days');
  }
  const days = Math.floor((Number(end) - Number(start)) / day);
  return Array.from({ length: days }, (_, index) => ({
    start: Number(start) + index * day,
    end: Number(start) + (index + 1) * day,
  }));
}

function counted(
  linkedIn: LinkedIn,
  { urn }: Account,
  kind: ActionKind,
  start: number,
  end: number,
): number {
  const { audience } = linkedIn;
  return postsOf(linkedIn, urn)
    .map(audiencePost)
    .reduce(
      (sum, post) => sum + audience.count(post, kind, end) - audience.count(post, kind, start),
      0,
    );
}

function named({ query }: Exchange): string[] {
  const list = query.get('shares') ?? query.get('ugcPosts') ?? '';
  return (/^List\((?<urns>.*)\)$/.exec(list)?.groups?.['urns'] ?? '').split(',');
}

// Most people who see a post do nothing: about one in thirty reacts in any way. An assumption.
const seenPerAction = 30;

/** What a post got, as an organization is told it. */
export function statisticsOf(linkedIn: LinkedIn, post: Post) {
  const count = (kind: ActionKind) =>
    linkedIn.audience.count(audiencePost(post), kind, linkedIn.clock.now());
  const [likes, shares, clicks] = [count('like'), count('repost'), count('bookmark')];
  const comments = commentsUnder(linkedIn, post).length;
  const reached = (likes + shares + clicks + comments) * seenPerAction;
  return {
    share: post.urn,
    organizationalEntity: post.author,
    totalShareStatistics: {
      uniqueImpressionsCount: reached,
      impressionCount: Math.round(reached * 1.3),
      clickCount: clicks,
      likeCount: likes,
      commentCount: comments,
      shareCount: shares,
      engagement: reached === 0 ? 0 : (likes + shares + clicks + comments) / reached,
    },
  };
}

function followersNow(linkedIn: LinkedIn, { urn, followers }: Account): number {
  return postsOf(linkedIn, urn).reduce(
    (sum, post) =>
      sum + linkedIn.audience.count(audiencePost(post), 'follow', linkedIn.clock.now()),
    followers,
  );
}
