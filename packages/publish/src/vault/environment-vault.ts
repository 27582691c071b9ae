import { type Account, accountKey, ConfigurationError, contentHash } from '@affiche/core';
import type { StoredCredentials, Vault } from './vault.ts';

/** How credentials are read from the environment. */
export interface EnvironmentVaultOptions {
  /**
   * What the names of the variables begin with.
   *
   * @defaultValue `AFFICHE`
   */
  readonly prefix?: string;
  /**
   * What happens to credentials that are renewed while the process runs. The environment cannot keep
   * them: `refuse` renews nothing, and pauses the account once its token has run out; `in-memory`
   * keeps them until the process ends. Choose the second only where what stands in the environment
   * still opens the account afterwards, like a password: a refresh token that is good once is lost.
   *
   * @defaultValue 'refuse'
   */
  readonly renewed?: 'refuse' | 'in-memory';
  /** @defaultValue `process.env` */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * A vault that reads environment variables, and can keep nothing. One variable holds one credential:
 * {@link environmentVariable} tells its name.
 *
 * ```ts
 * import { environmentVault } from '@affiche/publish';
 *
 * const environment = { AFFICHE_MASTODON_42_MASTODON_SOCIAL__ACCESS_TOKEN: 'abc' };
 * const vault = environmentVault({ environment });
 * const stored = await vault.read({ platform: 'mastodon', id: '42', host: 'mastodon.social' });
 * stored?.credentials; // => { accessToken: 'abc' }
 * ```
 *
 * @throws ConfigurationError `vault-read-only` when something is to be stored in it for good.
 */
export function environmentVault(options: EnvironmentVaultOptions = {}): Vault {
  const { prefix = 'AFFICHE', renewed = 'refuse', environment = process.env } = options;
  const kept = new Map<string, StoredCredentials>();

  function given(account: Account): StoredCredentials | undefined {
    const stem = `${stemOf(prefix, account)}__`;
    const credentials = Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) =>
        name.startsWith(stem) && value ? [[credentialName(name.slice(stem.length)), value]] : [],
      ),
    );
    if (Object.keys(credentials).length === 0) return undefined;
    return { revision: contentHash(credentials), credentials };
  }

  const read = (account: Account) => kept.get(accountKey(account)) ?? given(account);
  return {
    readOnly: renewed === 'refuse',
    async read(account) {
      return read(account);
    },
    async write(account, credentials, { expected }) {
      if (renewed === 'refuse') throw readOnly(account);
      if (read(account)?.revision !== expected) return false;
      kept.set(accountKey(account), {
        revision: contentHash([expected, credentials]),
        credentials,
      });
      return true;
    },
  };
}

/**
 * The environment variable that holds a credential of an account.
 *
 * ```ts
 * import { environmentVariable } from '@affiche/publish';
 *
 * const account = { platform: 'mastodon', id: '42', host: 'mastodon.social' };
 * environmentVariable(account, 'accessToken'); // => 'AFFICHE_MASTODON_42_MASTODON_SOCIAL__ACCESS_TOKEN'
 * ```
 */
export function environmentVariable(
  account: Account,
  credential: string,
  { prefix = 'AFFICHE' }: Pick<EnvironmentVaultOptions, 'prefix'> = {},
): string {
  const name = credential.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
  return `${stemOf(prefix, account)}__${name}`;
}

/** A shell allows letters, digits and underscores only. */
function stemOf(prefix: string, account: Account): string {
  const key = accountKey(account).replaceAll(/[^A-Za-z0-9]+/g, '_');
  return `${prefix}_${key.replaceAll(/^_+|_+$/g, '').toUpperCase()}`;
}

/** `ACCESS_TOKEN` is `accessToken`. */
function credentialName(name: string): string {
  return name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function readOnly(account: Account): ConfigurationError {
  return new ConfigurationError('vault-read-only', {
    message: `Credentials of ${accountKey(account)} cannot be stored: they come from the environment`,
    hint: 'Use fileVault, which keeps refreshed tokens, or set "renewed" to "in-memory".',
  });
}
