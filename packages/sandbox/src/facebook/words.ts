import type { Exchange } from '../http/exchange.ts';

/** What a client said beside files, in the query, in a form or as JSON; lists and objects as JSON. */
export function wordsOf({ fields, query }: Exchange): Record<string, string> {
  const said = Object.entries(fields).filter(([, value]) => !isFile(value));
  return Object.fromEntries(
    [...query, ...said]
      .filter(([name]) => name !== 'access_token' && name !== 'appsecret_proof')
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
