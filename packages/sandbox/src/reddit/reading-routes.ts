import { type Route, route } from '../http/route.ts';
import { keptPost, keptPosts, readersOf } from '../kept-posts.ts';
import type { Person } from '../people.ts';
import { authenticate, type Reddit } from './context.ts';
import { listing, thingView } from './things.ts';

const flairs = [
  { id: 'f1', text: 'Question', type: 'text' },
  { id: 'f2', text: 'News', type: 'text' },
];

/** Who somebody is, what they wrote and what they were told, and what communities want. */
export function readingRoutes(reddit: Reddit): Route[] {
  const { clock, settings } = reddit;
  const listed = (account: string, kind: 't1' | 't3') =>
    keptPosts(reddit, account)
      .filter((post) => {
        const late = ['image', 'video'].includes(String(post.fields['kind']));
        const wait = settings.listingSeconds + (late ? settings.processingSeconds : 0);
        return post.kind === kind && post.createdAt + wait * 1000 <= clock.now();
      })
      .map((post) => thingView(reddit, post))
      .toReversed();
  return [
    route('GET', '/api/v1/me', (exchange) => {
      const { handle, followers } = authenticate(reddit, exchange);
      return { status: 200, body: { name: handle, subreddit: { subscribers: followers } } };
    }),
    route('GET', '/user/:name/submitted', (exchange) =>
      listing(exchange, listed(authenticate(reddit, exchange).id, 't3')),
    ),
    route('GET', '/user/:name/comments', (exchange) =>
      listing(exchange, listed(authenticate(reddit, exchange).id, 't1')),
    ),
    route('GET', '/api/info', (exchange) => {
      authenticate(reddit, exchange);
      const things = (exchange.query.get('id') ?? '').split(',').flatMap((id) => {
        const post = keptPost(reddit, id);
        return post ? [thingView(reddit, post)] : [];
      });
      return { status: 200, body: { kind: 'Listing', data: { after: null, children: things } } };
    }),
    route('GET', '/message/inbox', (exchange) =>
      listing(exchange, received(reddit, authenticate(reddit, exchange))),
    ),
    route('GET', '/r/:subreddit/api/link_flair_v2', (exchange) => {
      authenticate(reddit, exchange);
      return { status: 200, body: flairs };
    }),
    route('GET', '/api/v1/:subreddit/post_requirements', (exchange) => {
      authenticate(reddit, exchange);
      const { subreddit = '' } = exchange.parameters;
      return { status: 200, body: { is_flair_required: subreddit.startsWith('strict') } };
    }),
  ];
}

/** What simulated readers answered, newest first. */
function received(reddit: Reddit, { id }: Person) {
  const { audience, clock, database } = reddit;
  const gone = new Set(database.all('SELECT id FROM removed').map((row) => String(row['id'])));
  return keptPosts(reddit, id)
    .flatMap((post) =>
      audience
        .actions(readersOf(post), clock.now())
        .filter(({ kind }) => kind === 'reply')
        .map(({ at, reader }, index) => ({
          kind: 't1',
          data: {
            name: `t1_other${post.id.slice(3)}${index}`,
            author: `reader_${reader}`,
            body: 'Good to know, thank you.',
            subject: 'post reply',
            type: post.kind === 't3' ? 'post_reply' : 'comment_reply',
            was_comment: true,
            parent_id: post.id,
            context: `/comments/${post.id.slice(3)}/`,
            created_utc: at / 1000,
          },
        })),
    )
    .filter(({ data }) => !gone.has(data.name))
    .toSorted((one, other) => other.data.created_utc - one.data.created_utc);
}
