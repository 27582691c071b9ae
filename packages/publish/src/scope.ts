import { ConfigurationError } from '@affiche/core';

/**
 * What a scope is about. One that names nothing would stop or limit nothing, and nobody would know.
 *
 * @throws ConfigurationError `invalid-scope`.
 */
export function scopeFilter(scope: string): {
  readonly account?: string;
  readonly client?: string;
} {
  if (scope === '*') return {};
  const [, kind, name = ''] = /^(client|account):(.+)$/s.exec(scope) ?? [];
  if (kind === 'client') return { client: name };
  if (kind === 'account' && name.includes(':')) return { account: name };
  throw new ConfigurationError('invalid-scope', {
    message: `"${scope}" is the scope of nothing`,
    hint: 'Write "*", "client:<client>" or "account:<account key>", as in account:bluesky:did:plc:baker.',
  });
}
