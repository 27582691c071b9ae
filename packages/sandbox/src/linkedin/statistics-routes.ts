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
  ];
}

function named({ query }: Exchange): string[] {
  const list = query.get('shares') ?? query.get('ugcPosts') ?? '';
  return (/^List\((?<urns>.*)\)$/.exec(list)?.groups?.['urns'] ?? '').split(',');
}

// Most people who see a post do nothing: about one in thirty reacts in any way. An assumption.
const seenPerAction = 30;

function statisticsOf(linkedIn: LinkedIn, post: Post) {
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
