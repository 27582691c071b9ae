import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { keepPost, type KeptPost, keptPosts } from '../kept-posts.ts';
import { nextNumber, type Person, secretOf } from '../people.ts';
import { charge } from '../rate-budgets.ts';
import { authenticate, formError, type Reddit, textOf } from './context.ts';
import { permalinkOf } from './things.ts';

const formKinds = new Set(['self', 'link', 'image', 'video']);

/** Posts, made at once or, with media, later. */
export function submitRoutes(reddit: Reddit): Route[] {
  return [
    route('POST', '/api/submit', (exchange) => {
      const person = authenticate(reddit, exchange);
      const { fields } = exchange;
      const kind = textOf(fields, 'kind');
      if (!formKinds.has(kind)) throw formError('INVALID_OPTION', 'that option', 'kind');
      checkPost(reddit, person, fields);
      if (kind === 'self' && Array.from(textOf(fields, 'text')).length > 40_000) {
        throw formError('TOO_LONG', 'this is too long (max: 40000)', 'text');
      }
      if (kind !== 'self' && !URL.canParse(textOf(fields, 'url'))) {
        throw formError('NO_URL', 'a url is required', 'url');
      }
      const repeated = (post: KeptPost) =>
        post.fields['url'] === fields['url'] && post.fields['sr'] === fields['sr'];
      if (kind === 'link' && keptPosts(reddit, person.id).some(repeated)) {
        throw formError('ALREADY_SUB', 'that link has already been submitted', 'url');
      }
      const post = insert(reddit, person, fields);
      if (kind === 'self' || kind === 'link') return { status: 200, body: made(post) };
      const data = {
        user_submitted_page: `https://www.reddit.com/user/${person.handle}/submitted/`,
        websocket_url: `wss://ws-post.reddit.com/${secretOf(reddit, post.id)}`,
      };
      return { status: 200, body: { json: { errors: [], data } } };
    }),
    route('POST', '/api/submit_gallery_post.json', (exchange) => {
      const person = authenticate(reddit, exchange);
      const { items } = exchange.fields;
      checkPost(reddit, person, exchange.fields);
      if (!Array.isArray(items) || items.length < 2 || items.length > 20) {
        throw formError('INVALID_OPTION', 'a gallery has 2 to 20 items', 'items');
      }
      const post = insert(reddit, person, { ...exchange.fields, kind: 'gallery' });
      const { url, name } = made(post).json.data;
      return { status: 200, body: { json: { errors: [], data: { id: name, url } } } };
    }),
    route('POST', '/api/submit_poll_post', (exchange) => {
      const person = authenticate(reddit, exchange);
      const { options, duration } = exchange.fields;
      checkPost(reddit, person, exchange.fields);
      if (!Array.isArray(options) || options.length < 2 || options.length > 6) {
        throw formError('INVALID_OPTION', 'a poll has 2 to 6 options', 'options');
      }
      const days = Number(duration);
      if (!Number.isInteger(days) || days < 1 || days > 7) {
        throw formError('INVALID_OPTION', 'a poll is open for 1 to 7 days', 'duration');
      }
      const post = insert(reddit, person, { ...exchange.fields, kind: 'poll' });
      const { url, name } = made(post).json.data;
      return { status: 200, body: { json: { errors: [], data: { id: name, url } } } };
    }),
  ];
}

function insert(reddit: Reddit, person: Person, fields: Exchange['fields']): KeptPost {
  const id = `t3_${nextNumber(reddit).toString(36)}`;
  return keepPost(reddit, person, { id, kind: 't3', fields });
}

function made(post: KeptPost) {
  const url = `https://www.reddit.com${permalinkOf(post)}`;
  return {
    json: { errors: [], data: { url, drafts_count: 0, id: post.id.slice(3), name: post.id } },
  };
}

function checkPost(reddit: Reddit, person: Person, fields: Exchange['fields']): void {
  const title = textOf(fields, 'title');
  const subreddit = textOf(fields, 'sr');
  if (subreddit === '') throw formError('SUBREDDIT_REQUIRED', 'you must specify one', 'sr');
  // A community of this name is not there, on any server.
  if (subreddit === 'nowhere') throw formError('SUBREDDIT_NOEXIST', "that doesn't exist", 'sr');
  if (title === '') throw formError('NO_TEXT', 'we need something here', 'title');
  if (Array.from(title).length > 300) {
    throw formError('TOO_LONG', 'this is too long (max: 300)', 'title');
  }
  throttle(reddit, person);
}

/** Whoever writes too often is told to take a break. */
export function throttle({ database, clock, settings }: Reddit, { id }: Person): void {
  const now = clock.now();
  const points = settings.postsPerTenMinutes;
  const state = charge(
    database,
    { name: 'karma', points, windowSeconds: 600 },
    { subject: id, points: 1, now },
  );
  if (!state.exceeded) return;
  const seconds = Math.ceil((state.resetAt - now) / 1000);
  const words = `Looks like you've been doing that a lot. Take a break for ${Math.ceil(seconds / 60)} minutes before trying again.`;
  throw formError('RATELIMIT', words, 'ratelimit', { ratelimit: seconds });
}
