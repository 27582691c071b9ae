import type { Answer, Exchange } from '../http/exchange.ts';
import { invalid } from './context.ts';

/** A page of a list, with a bookmark to what follows. */
export function page({ query }: Exchange, items: readonly unknown[]): Answer {
  const size = Number(query.get('page_size') ?? 25);
  if (!(size >= 1 && size <= 250)) throw invalid('page_size must be 1 to 250');
  const start = Number(Buffer.from(query.get('bookmark') ?? '', 'base64url').toString()) || 0;
  const end = start + size;
  const more = end < items.length;
  const bookmark = more ? Buffer.from(String(end)).toString('base64url') : null;
  return { status: 200, body: { items: items.slice(start, end), bookmark } };
}
