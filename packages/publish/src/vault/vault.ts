import type { Account, Credentials } from '@affiche/core';

/** Credentials with the revision that a write must name. */
export interface StoredCredentials {
  /** Opaque; changes with every write. */
  readonly revision: string;
  readonly credentials: Credentials;
}

/** Where credentials are kept, and nowhere else. Several processes may share one. */
export interface Vault {
  /** Whether renewed credentials would be lost: then none are asked for. */
  readonly readOnly?: boolean;
  read(account: Account): Promise<StoredCredentials | undefined>;
  /**
   * Stores credentials unless somebody else did since `expected` was read; `undefined` expects none.
   * Tells whether it stored them.
   */
  write(
    account: Account,
    credentials: Credentials,
    options: { readonly expected: string | undefined },
  ): Promise<boolean>;
}

/**
 * Puts new credentials over old ones. An empty value never takes the place of a token: some servers
 * answer a refresh without a new refresh token, and mean that the old one stays.
 *
 * ```ts
 * import { mergeCredentials } from '@affiche/publish';
 *
 * const kept = mergeCredentials({ refresh: 'r' }, { refresh: '' }); // => { refresh: 'r' }
 * ```
 */
export function mergeCredentials(old: Credentials, fresh: Credentials): Credentials {
  return {
    ...old,
    ...Object.fromEntries(Object.entries(fresh).filter(([, value]) => value !== '')),
  };
}

/**
 * Stores what opens an account, over what was there.
 *
 * ```ts
 * import { memoryVault, storeCredentials } from '@affiche/publish';
 *
 * const account = { platform: 'mastodon', id: '42', host: 'mastodon.social' };
 * const vault = memoryVault();
 * await storeCredentials(vault, account, { accessToken: 'abc' });
 * const stored = (await vault.read(account))?.credentials; // => { accessToken: 'abc' }
 * ```
 */
export async function storeCredentials(
  vault: Vault,
  account: Account,
  credentials: Credentials,
): Promise<void> {
  for (;;) {
    const stored = await vault.read(account);
    const merged = mergeCredentials(stored?.credentials ?? {}, credentials);
    if (await vault.write(account, merged, { expected: stored?.revision })) return;
  }
}
