import type { Answer, Exchange } from '../http/exchange.ts';
import { compareIds } from './context.ts';

/**
 * A page of a listing, newest first, with a `Link` header to those before and after.
 *
 * @see {@link https://docs.joinmastodon.org/api/guidelines/#pagination | Mastodon: pagination}
 */
export function page<Item extends { readonly id: string }>(
  exchange: Exchange,
  items: readonly Item[],
  { usual, most, url }: { readonly usual: number; readonly most: number; readonly url: string },
): Answer & { readonly body: readonly Item[] } {
  const { query, path } = exchange;
  const limit = Math.min(Number(query.get('limit') ?? usual) || usual, most);
  const [maxId, sinceId, minId] = ['max_id', 'since_id', 'min_id'].map((name) => query.get(name));
  const fitting = items
    .filter(({ id }) => !maxId || compareIds(id, maxId) < 0)
    .filter(({ id }) => !sinceId || compareIds(id, sinceId) > 0)
    .filter(({ id }) => !minId || compareIds(id, minId) > 0)
    .toSorted((a, b) => compareIds(b.id, a.id));
  // `min_id` asks for those right after it, the others for the newest.
  const body = minId ? fitting.slice(-limit) : fitting.slice(0, limit);
  const [first, last] = [body.at(0), body.at(-1)];
  if (!first || !last) return { status: 200, body };
  const link = (name: string, id: string) => {
    const parameters = new URLSearchParams(query);
    for (const old of ['max_id', 'since_id', 'min_id']) parameters.delete(old);
    parameters.set(name, id);
    return `<${url}${path}?${parameters.toString()}>`;
  };
  const headers = {
    link: `${link('max_id', last.id)}; rel="next", ${link('min_id', first.id)}; rel="prev"`,
  };
  return { status: 200, headers, body };
}
