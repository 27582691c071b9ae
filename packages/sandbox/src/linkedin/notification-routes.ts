import { type Route, route } from '../http/route.ts';
import { authenticateReader, requireSelf } from './accounts.ts';
import { type LinkedIn, linkedInError } from './context.ts';
import { allPosts } from './posts.ts';

const keptMilliseconds = 60 * 86_400_000;

/** Who named an organization of late: what its webhook was told, for those who have none. */
export function notificationRoutes(linkedIn: LinkedIn): Route[] {
  return [
    route('GET', '/rest/organizationalEntityNotifications', (exchange) => {
      const account = authenticateReader(linkedIn, exchange);
      const { query } = exchange;
      requireSelf(account, query.get('organizationalEntity'));
      const actions = /^List\((?<names>[A-Z_,]+)\)$/.exec(query.get('actions') ?? '')?.groups;
      if (!actions) throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'actions names no list');
      const oldest = linkedIn.clock.now() - keptMilliseconds;
      const naming = allPosts(linkedIn).filter(
        ({ author, commentary, publishedAt }) =>
          author !== account.urn &&
          publishedAt >= oldest &&
          commentary.includes(`](${account.urn})`),
      );
      const elements = naming.toReversed().map(({ urn, author, text, publishedAt }, index) => ({
        action: 'SHARE_MENTION',
        notificationId: index + 1,
        organizationalEntity: account.urn,
        generatedActivity: urn,
        decoratedGeneratedActivity: { share: { owner: author, text } },
        lastModifiedAt: publishedAt,
      }));
      const wanted = actions['names']?.split(',').includes('SHARE_MENTION');
      return { status: 200, body: { elements: wanted ? elements : [], paging: { start: 0 } } };
    }),
  ];
}
