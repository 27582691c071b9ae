import type { Answer, Exchange } from '../http/exchange.ts';

/** A page of a list, with a cursor to what follows. */
export function page({ query }: Exchange, items: readonly unknown[]): Answer {
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
        paging: { cursors: { before: '', after }, ...(more && { next: `?after=${after}` }) },
      }),
    },
  };
}
