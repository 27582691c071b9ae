import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { require, whoAsks } from './accounts.ts';
import { allComments, type Comment, commentView } from './comments.ts';
import { moment, page, parameter, refusal, type WordPress } from './context.ts';
import { visiblePosts } from './posts.ts';

const base = '/wp-json/wp/v2/comments';
const cannot = ['rest_cannot_edit', 'Sorry, you are not allowed to edit this comment.'] as const;

/** Comments: of readers and of users; read, written, held back, approved and deleted. */
export function commentRoutes(wordPress: WordPress): Route[] {
  return [
    route('GET', base, (exchange) => list(wordPress, exchange)),
    route('POST', base, (exchange) => create(wordPress, exchange)),
    route('POST', `${base}/:id`, (exchange) => {
      const comment = find(wordPress, exchange);
      require(wordPress, exchange, 'moderate', cannot);
      const status = parameter(exchange, 'status') ?? comment.status;
      judge(wordPress, comment, status);
      return { status: 200, body: commentView(wordPress, { ...comment, status }) };
    }),
    route('DELETE', `${base}/:id`, (exchange) => {
      const comment = find(wordPress, exchange);
      require(wordPress, exchange, 'moderate', cannot);
      judge(wordPress, comment, 'deleted');
      const previous = commentView(wordPress, comment);
      return { status: 200, body: { deleted: true, previous } };
    }),
  ];
}

function list(wordPress: WordPress, exchange: Exchange) {
  const { query } = exchange;
  const status = query.get('status') ?? 'approve';
  if (status !== 'approve' || query.has('author')) {
    require(wordPress, exchange, 'edit', [
      'rest_forbidden_param',
      'Query parameter not permitted: status',
    ]);
  }
  const [post, author, after] = ['post', 'author', 'after'].map((name) => query.get(name));
  const comments = allComments(wordPress).filter(
    (each) =>
      (status === 'all' || each.status === (status === 'approve' ? 'approved' : status)) &&
      (post === null || String(each.post.id) === post) &&
      (author === null || String(each.author) === author) &&
      (after === null || after === undefined || moment(each.at) > after.slice(0, 19)),
  );
  return page(
    exchange,
    comments.map((each) => commentView(wordPress, each)),
  );
}

function create(wordPress: WordPress, exchange: Exchange) {
  const { database, clock } = wordPress;
  const account = whoAsks(wordPress, exchange);
  if (!account) {
    const why = 'Sorry, you must be logged in to comment.';
    throw refusal(401, 'rest_comment_login_required', why);
  }
  const id = Number(parameter(exchange, 'post'));
  const post = visiblePosts(wordPress).find((each) => each.id === id);
  if (!post) {
    const why = 'Sorry, you are not allowed to create this comment without a post.';
    throw refusal(403, 'rest_comment_invalid_post_id', why);
  }
  const content = parameter(exchange, 'content') ?? '';
  if (content.trim() === '') {
    throw refusal(400, 'rest_comment_content_invalid', 'Invalid comment content.');
  }
  const parent = Number(parameter(exchange, 'parent') ?? 0);
  const known = allComments(wordPress).some(
    (each) =>
      each.author === account.id &&
      each.post.id === id &&
      each.parent === parent &&
      each.content === content,
  );
  if (known) {
    const why = 'Duplicate comment detected; it looks as though you&#8217;ve already said that!';
    throw refusal(409, 'comment_duplicate', why);
  }
  const row = database.one(
    `INSERT INTO comment (post, parent, account, content, status, created_at)
     VALUES (?, ?, ?, ?, 'approved', ?) RETURNING id`,
    id,
    parent,
    account.id,
    content,
    clock.now(),
  );
  const comment = allComments(wordPress).find((each) => each.id === Number(row?.['id']));
  return { status: 201, body: comment && commentView(wordPress, comment) };
}

function find(wordPress: WordPress, { parameters }: Exchange): Comment {
  const id = Number(parameters['id']);
  const comment = allComments(wordPress).find((each) => each.id === id);
  if (!comment) throw refusal(404, 'rest_comment_invalid_id', 'Invalid comment ID.');
  return comment;
}

function judge({ database }: WordPress, { id }: Comment, status: string): void {
  database.run('INSERT OR REPLACE INTO judged (comment, status) VALUES (?, ?)', id, status);
}
