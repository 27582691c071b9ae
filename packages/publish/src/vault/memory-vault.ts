import { accountKey, type Credentials } from '@affiche/core';
import type { StoredCredentials, Vault } from './vault.ts';

/**
 * A vault in memory, filled from a record by account key: for tests, and for scripts whose
 * credentials come from the environment.
 *
 * ```ts
 * import { memoryVault } from '@affiche/publish';
 *
 * const vault = memoryVault({ 'mastodon:42@mastodon.social': { accessToken: 'abc' } });
 * const stored = await vault.read({ platform: 'mastodon', id: '42', host: 'mastodon.social' });
 * stored?.credentials; // => { accessToken: 'abc' }
 * ```
 */
export function memoryVault(record: Readonly<Record<string, Credentials>> = {}): Vault {
  const stored = new Map<string, StoredCredentials>(
    Object.entries(record).map(([key, credentials]) => [key, { revision: '1', credentials }]),
  );
  return {
    async read(account) {
      return stored.get(accountKey(account));
    },
    async write(account, credentials, { expected }) {
      const key = accountKey(account);
      const current = stored.get(key)?.revision;
      if (current !== expected) return false;
      stored.set(key, { revision: String(Number(current ?? 0) + 1), credentials });
      return true;
    },
  };
}
