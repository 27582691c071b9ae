import type { Exchange } from '../http/exchange.ts';

/** What a client said, in the form or in the query, as text. */
export function fieldsOf({ fields, query }: Exchange): Record<string, string> {
  return Object.fromEntries(
    [...query, ...Object.entries(fields)]
      .filter(([name]) => name !== 'access_token' && name !== 'appsecret_proof')
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}
