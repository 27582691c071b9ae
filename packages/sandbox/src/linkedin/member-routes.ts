import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import { type LinkedIn, linkedInError, notFound } from './context.ts';
import { findPost } from './posts.ts';
import { statisticsOf } from './statistics-routes.ts';

/** What members are told of their own posts, one number at a time. */
export function memberRoutes(linkedIn: LinkedIn): Route[] {
  return [
    route('GET', '/rest/memberCreatorPostAnalytics', (exchange) => {
      const account = authenticate(linkedIn, exchange);
      const { query } = exchange;
      if (query.get('aggregation') !== 'TOTAL') throw unknown('aggregation');
      const urn = /^\((?:share|ugc):(?<urn>.+)\)$/.exec(query.get('entity') ?? '')?.groups?.['urn'];
      const post = findPost(linkedIn, urn ?? '');
      if (post?.author !== account.urn) throw notFound();
      const metricType = query.get('queryType') ?? '';
      const { totalShareStatistics: counts } = statisticsOf(linkedIn, post);
      const values: Readonly<Record<string, number>> = {
        IMPRESSION: counts.impressionCount,
        MEMBERS_REACHED: counts.uniqueImpressionsCount,
        RESHARE: counts.shareCount,
        REACTION: counts.likeCount,
        COMMENT: counts.commentCount,
        POST_SEND: 0,
        POST_SAVE: 0,
        LINK_CLICKS: counts.clickCount,
        PREMIUM_CTA_CLICKS: 0,
        FOLLOWER_GAINED_FROM_CONTENT: 0,
        PROFILE_VIEW_FROM_CONTENT: counts.clickCount,
      };
      const count = values[metricType];
      if (count === undefined || linkedIn.settings.retiredMetrics.includes(metricType)) {
        throw unknown('queryType');
      }
      return { status: 200, body: { elements: [{ count, metricType }], paging: { start: 0 } } };
    }),
  ];
}

function unknown(parameter: string) {
  return linkedInError(400, 'ILLEGAL_ARGUMENT', `The ${parameter} is not known`);
}
