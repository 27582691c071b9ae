import { isRecord } from '../http/body-fields.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate } from './accounts.ts';
import { freshId, invalid, refuse, type X } from './context.ts';
import { publish } from './posting.ts';

const types = new Set([
  'unstyled',
  'header-one',
  'header-two',
  'header-three',
  'unordered-list-item',
  'ordered-list-item',
  'blockquote',
  'atomic',
]);
const styles = new Set(['bold', 'italic', 'strikethrough']);

/** Long texts of accounts with Premium: kept first, and then shown once. */
export function articleRoutes(x: X): Route[] {
  const { database } = x;
  return [
    route('POST', '/2/articles/draft', (exchange) => {
      const account = authenticate(x, exchange);
      requirePremium(x, account);
      const { title, content_state: content } = exchange.fields;
      if (typeof title !== 'string' || title === '') throw invalid('title is required.');
      checkContent(content);
      const id = freshId(x, 'article', `${account.id} ${title}`);
      database.run(
        'INSERT INTO article (id, account, title) VALUES (?, ?, ?)',
        id,
        account.id,
        title,
      );
      return { status: 200, body: { data: { id, title } } };
    }),
    route('POST', '/2/articles/:id/publish', (exchange) => {
      const account = authenticate(x, exchange);
      requirePremium(x, account);
      const id = exchange.parameters['id'] ?? '';
      const row = database.one('SELECT * FROM article WHERE id = ?', id);
      if (row?.['account'] !== account.id) {
        throw refuse(404, `Could not find article with id: [${id}].`, 'resource-not-found');
      }
      if (row['post'] !== null) throw invalid('The article is published already.');
      const text = `${String(row['title'])} https://x.com/i/article/${id}`;
      const post = publish(x, account, { text });
      database.run('UPDATE article SET post = ? WHERE id = ?', post.id, id);
      return { status: 200, body: { data: { post_id: post.id } } };
    }),
  ];
}

function requirePremium({ settings }: X, { username }: Account): void {
  if (settings.premium.includes(username)) return;
  throw refuse(403, 'Articles need Premium.', 'not-authorized-for-resource');
}

/** Names are written with underscores; X refuses every other field. */
function checkContent(content: unknown): void {
  const { blocks, entities } = isRecord(content) ? content : {};
  if (!Array.isArray(blocks) || blocks.length === 0 || !Array.isArray(entities)) {
    throw invalid('content_state holds blocks and entities.');
  }
  for (const block of blocks) {
    const {
      text,
      type,
      inline_style_ranges: styled = [],
      entity_ranges: linked = [],
      ...more
    } = isRecord(block) ? block : {};
    if (typeof text !== 'string' || !types.has(String(type)) || Object.keys(more).length > 0) {
      throw invalid('A block has a text and a type, and nothing that is not known.');
    }
    const inside = ({ offset, length }: Record<string, unknown>) =>
      Number(offset) >= 0 && Number(length) > 0 && Number(offset) + Number(length) <= text.length;
    const right =
      records(styled).every((each) => inside(each) && styles.has(String(each['style']))) &&
      records(linked).every((each) => inside(each) && Number(each['key']) < entities.length);
    if (!right) throw invalid('A range is outside of its block.');
  }
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
