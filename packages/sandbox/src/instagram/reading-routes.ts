import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { objectMissing } from '../meta/graph-answers.ts';
import { page } from '../meta/pages.ts';
import { type Account, authenticate } from '../meta/profiles.ts';
import { commentView, findComment } from './comments.ts';
import { requireContainer, sentenceOf, statusOf } from './containers.ts';
import type { Instagram } from './context.ts';
import { own } from './own-account.ts';
import { postView } from './post-views.ts';
import { allPosts, findPost, followersNow, isStory, postsOf } from './posts.ts';

/** Own posts and stories, posts that tag us, and everything by its id. */
export function readingRoutes(instagram: Instagram): Route[] {
  const base = `/${instagram.settings.version}`;
  return [
    route('GET', `${base}/:user/media`, (exchange) => {
      const account = own(instagram, exchange);
      const since = Number(exchange.query.get('since') ?? 0) * 1000;
      const posts = postsOf(instagram, account.id).filter(
        (post) => !isStory(post) && post.publishedAt >= since,
      );
      return page(
        exchange,
        posts.toReversed().map((post) => postView(instagram, post)),
      );
    }),
    route('GET', `${base}/:user/stories`, (exchange) => {
      const stories = postsOf(instagram, own(instagram, exchange).id).filter(isStory);
      return page(
        exchange,
        stories.map((post) => postView(instagram, post)),
      );
    }),
    route('GET', `${base}/:user/tags`, (exchange) => {
      const { id, username } = own(instagram, exchange);
      const tagging = allPosts(instagram).filter(
        ({ account, fields }) =>
          account !== id && (fields['user_tags'] ?? '').includes(`"username":"${username}"`),
      );
      return page(
        exchange,
        tagging.map((post) => postView(instagram, post)),
      );
    }),
    route('GET', `${base}/:id`, (exchange) => show(instagram, exchange)),
  ];
}

function show(instagram: Instagram, exchange: Exchange): Answer {
  const account = authenticate(instagram, exchange);
  const { id = '' } = exchange.parameters;
  if (id === 'me' || id === account.id) return showAccount(instagram, account, exchange);
  const post = findPost(instagram, id);
  if (post) return answer(postView(instagram, post));
  const comment = findComment(instagram, id);
  if (comment) return answer(commentView(instagram, comment, []));
  const container = requireContainer(instagram, id, account.id);
  const status = statusOf(instagram, container);
  return answer({ id, status_code: status, status: sentenceOf(container, status) });
}

function showAccount(instagram: Instagram, account: Account, { query }: Exchange): Answer {
  const { id, username } = account;
  const named = showMention(instagram, query.get('fields') ?? '', account);
  if (named) return answer({ ...named, id });
  return answer({
    id,
    user_id: id,
    username,
    followers_count: followersNow(instagram, account),
    media_count: postsOf(instagram, id).length,
  });
}

/** Words that name an account are shown to it, whosever they are. */
function showMention(instagram: Instagram, fields: string, { username }: Account) {
  const media = /mentioned_media\.media_id\((?<id>\d+)\)/.exec(fields)?.groups?.['id'];
  const words = /mentioned_comment\.comment_id\((?<id>\d+)\)/.exec(fields)?.groups?.['id'];
  if (media !== undefined) {
    const post = findPost(instagram, media);
    if (!post?.fields['caption']?.includes(`@${username}`)) throw objectMissing(media);
    return { mentioned_media: postView(instagram, post) };
  }
  if (words === undefined) return undefined;
  const comment = findComment(instagram, words);
  if (!comment?.text.includes(`@${username}`)) throw objectMissing(words);
  const { id, text, timestamp } = commentView(instagram, comment, []);
  return { mentioned_comment: { id, text, timestamp } };
}

function answer(body: unknown): Answer {
  return { status: 200, body };
}
