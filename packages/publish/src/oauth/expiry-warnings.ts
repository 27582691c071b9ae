import {
  type Account,
  accountKey,
  type Credentials,
  epochMilliseconds,
  type Finding,
  Instant,
} from '@affiche/core';
import type { Vault } from '../vault/vault.ts';

/** When to look from, and how far ahead. */
export interface ExpiryWarningsOptions {
  readonly now: Instant;
  /**
   * How long before the end to warn, in seconds.
   *
   * @defaultValue 604,800, a week
   */
  readonly withinSeconds?: number;
}

/**
 * Which accounts a person must soon open again. Tokens that renew themselves count by the life of
 * their refresh token; credentials that do not say when they end give no finding.
 *
 * ```ts
 * import { memoryVault } from '@affiche/publish';
 * import { expiryWarnings } from '@affiche/publish/oauth';
 *
 * const account = { platform: 'threads', id: 'bakery' };
 * const credentials = { accessToken: 'abc', expiresAt: '2027-01-08T12:00:00Z' };
 * const vault = memoryVault({ 'threads:bakery': credentials });
 * const findings = await expiryWarnings(vault, [account], { now: '2027-01-04T12:00:00Z' });
 * findings[0]?.measured; // => 4
 * ```
 *
 * @returns `publish/credentials/expiring` (warning), `publish/credentials/expired` (error).
 */
export async function expiryWarnings(
  vault: Vault,
  accounts: readonly Account[],
  { now, withinSeconds = 604_800 }: ExpiryWarningsOptions,
): Promise<Finding[]> {
  const found = await Promise.all(
    accounts.map(async (account) => {
      const end = endOf((await vault.read(account))?.credentials ?? {});
      if (end === undefined) return [];
      const seconds = (epochMilliseconds(end) - epochMilliseconds(now)) / 1000;
      return seconds > withinSeconds ? [] : [warning(account, end, seconds)];
    }),
  );
  return found.flat().toSorted((one, other) => Number(one.measured) - Number(other.measured));
}

/** When only a person can help; nobody knows for texts that are no instants. */
function endOf({ refreshToken, refreshExpiresAt, expiresAt }: Credentials): Instant | undefined {
  return Instant.safeParse(refreshToken ? refreshExpiresAt : expiresAt).data;
}

function warning(account: Account, end: Instant, seconds: number): Finding {
  const days = Math.floor(Math.max(0, seconds) / 8640) / 10;
  const who = `The access to ${account.handle ?? accountKey(account)}`;
  const isOver = seconds <= 0;
  return {
    rule: isOver ? 'publish/credentials/expired' : 'publish/credentials/expiring',
    severity: isOver ? 'error' : 'warning',
    path: [accountKey(account)],
    message: isOver ? `${who} ended at ${end}.` : `${who} ends at ${end}.`,
    measured: days,
    unit: 'days',
    fix: 'Have its owner sign in again, and store the new credentials.',
  };
}
