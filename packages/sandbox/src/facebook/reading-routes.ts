import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { page as listPage } from '../meta/pages.ts';
import type { Facebook } from './context.ts';
import { allPages, type Page } from './pages.ts';
import { type Post, visiblePosts, waitingPosts } from './posts.ts';
import { ownPage } from './tokens.ts';
import { permalinkOf, postView } from './views.ts';

const base = '/:version/:object';

/** What pages have published, what waits, what they show for a day, and who names them. */
export function readingRoutes(facebook: Facebook): Route[] {
  const show = (exchange: Exchange, posts: readonly Post[]) =>
    listPage(
      exchange,
      within(exchange, posts)
        .toReversed()
        .map((post) => postView(facebook, post)),
    );
  const lasting = ({ id }: Page) =>
    visiblePosts(facebook, id).filter(({ kind }) => kind !== 'story');
  return [
    ...['published_posts', 'feed', 'posts'].map((edge) =>
      route('GET', `${base}/${edge}`, (exchange) =>
        show(exchange, lasting(ownPage(facebook, exchange))),
      ),
    ),
    route('GET', `${base}/scheduled_posts`, (exchange) =>
      show(exchange, waitingPosts(facebook, ownPage(facebook, exchange).id)),
    ),
    route('GET', `${base}/tagged`, (exchange) => {
      const { id, name } = ownPage(facebook, exchange);
      const naming = allPages(facebook)
        .filter((other) => other.id !== id)
        .flatMap((other) => lasting(other))
        .filter(({ fields }) => fields['message']?.includes(`@${name}`));
      return show(exchange, naming);
    }),
    route('GET', `${base}/stories`, (exchange) => {
      const { id } = ownPage(facebook, exchange);
      const stories = visiblePosts(facebook, id).filter(({ kind }) => kind === 'story');
      return listPage(
        exchange,
        stories.toReversed().map((story) => ({
          post_id: story.id.split('_')[1],
          status: 'published',
          creation_time: String(Math.floor(story.shownAt / 1000)),
          media_type: story.fields['photo'] === undefined ? 'video' : 'photo',
          media_id: story.fields['photo'] ?? story.fields['video'],
          url: permalinkOf(facebook, story.id),
        })),
      );
    }),
  ];
}

function within({ query }: Exchange, posts: readonly Post[]): Post[] {
  const since = Number(query.get('since') ?? 0) * 1000;
  const until = Number(query.get('until') ?? Infinity) * 1000;
  return posts.filter(({ shownAt }) => shownAt >= since && shownAt <= until);
}
