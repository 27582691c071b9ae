import { type Answer, bearerToken, type Exchange } from '../http/exchange.ts';

/** A page of a list, with a cursor to what follows. */
export function page(exchange: Exchange, items: readonly unknown[]): Answer {
  const { query } = exchange;
  const limit = Math.min(Number(query.get('limit') ?? 25) || 25, 100);
  const start = Number(Buffer.from(query.get('after') ?? '', 'base64url').toString()) || 0;
  const end = start + limit;
  const data = items.slice(start, end);
  const after = Buffer.from(String(end)).toString('base64url');
  const more = end < items.length;
  return {
    status: 200,
    body: {
      data,
      ...(data.length > 0 && {
        paging: {
          cursors: { before: '', after },
          ...(more && { next: addressOf(exchange, after) }),
        },
      }),
    },
  };
}

/** The whole address of what follows, with the token inside, as Meta writes it. */
function addressOf(exchange: Exchange, after: string): string {
  const { query, path, headers } = exchange;
  const search = new URLSearchParams(query);
  const token = bearerToken(exchange);
  if (token !== undefined) search.set('access_token', token);
  search.set('after', after);
  return `http://${headers.host ?? ''}${path}?${search.toString()}`;
}
