import { isDeepStrictEqual } from 'node:util';
import { type Account, accountKey, AfficheError, type Failure } from '@affiche/core';
import { mergeCredentials, type StoredCredentials } from '../vault/vault.ts';
import { isTemporary } from './backoff.ts';
import { chargesFor } from './charges.ts';
import type { RunnerContext } from './context.ts';
import type { PlatformAccount } from './platform-account.ts';
import { openIo } from './platform-io.ts';
import { failureFrom, secretValues } from './secrets.ts';

/** How a refresh ended: with other credentials than before, later, or for good. */
export type Refreshing =
  | { readonly status: 'fresh' }
  | { readonly status: 'wait'; readonly delaySeconds: number }
  | { readonly status: 'refused'; readonly failure: Failure };

/** A refresh takes at most this long, in seconds. */
const refreshSeconds = 60;

/** Then another process may try: the vault is read and tried first, and that takes its time, too. */
const refreshLeaseSeconds = 90;

/** What opens the account; nothing where the platform needs nothing. */
export async function readCredentials(
  { vault }: RunnerContext,
  account: Account,
): Promise<StoredCredentials> {
  try {
    return (await vault.read(account)) ?? { revision: '', credentials: {} };
  } catch (error) {
    if (error instanceof Error) thrownByVaults.add(error);
    throw error;
  }
}

const thrownByVaults = new WeakSet<Error>();

/**
 * What a vault said that could not be read just now: only those wait who need something from it. One
 * with another key, or that is none, serves nobody.
 */
export function vaultFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !thrownByVaults.has(error)) return undefined;
  const isOurs = AfficheError.isInstance(error);
  if (isOurs && error.code !== 'vault-failed') return undefined;
  // The words of others may hold what the vault does.
  const why = isOurs ? error.message : error.name;
  return { kind: 'transient', message: `the vault cannot be read: ${why}` };
}

/**
 * Logs in again, in one process at a time: refresh tokens are often good for a single use, and a
 * login is a budgeted resource.
 */
export async function refreshCredentials(
  where: PlatformAccount,
  staleRevision: string,
): Promise<Refreshing> {
  const { context, account } = where;
  const { outbox } = context;
  const name = `credentials/${accountKey(account)}`;
  // One holder a call: two publications of one process must not both refresh either.
  const holder = context.uniqueName();
  if (!(await outbox.lease(name, holder, refreshLeaseSeconds))) {
    return { status: 'wait', delaySeconds: 1 };
  }
  try {
    const stored = await readCredentials(context, account);
    if (stored.revision !== staleRevision) return { status: 'fresh' };
    return await logIn(where, stored);
  } finally {
    await outbox.release(name, holder);
  }
}

async function logIn(where: PlatformAccount, stored: StoredCredentials): Promise<Refreshing> {
  const { context, platform, account } = where;
  if (!platform.authenticate) {
    const message = 'the credentials are no longer valid, and this platform cannot renew them';
    return { status: 'refused', failure: { kind: 'permission', message } };
  }
  if (context.vault.readOnly) {
    // Asked for all the same, a refresh token that is good once would be used up for nothing.
    const message = 'the credentials are no longer valid, and the vault cannot keep refreshed ones';
    const hint = 'Set new ones, or use a vault that keeps them, such as fileVault.';
    return { status: 'refused', failure: { kind: 'permission', message, hint } };
  }
  const reservation = context.uniqueName();
  const costs = [{ bucket: 'login', points: 1 }];
  const charges = chargesFor(where, costs);
  const wait = await context.outbox.reserve(reservation, charges, refreshSeconds);
  if (wait) {
    const now = await context.outbox.now();
    return { status: 'wait', delaySeconds: Math.max(0, (wait.untilAt - now) / 1000) };
  }
  const io = openIo(where, stored.credentials, {
    timeoutSeconds: refreshSeconds,
  });
  try {
    const kept = await keepable(context, account, stored);
    if (!kept) return { status: 'fresh' };
    const fresh = await io.use((access) => platform.authenticate!(account, access));
    const merged = mergeCredentials(stored.credentials, fresh);
    const expected = kept.revision === '' ? undefined : kept.revision;
    await context.vault.write(account, merged, { expected });
    return { status: 'fresh' };
  } catch (error) {
    const failure = failureFrom(error, secretValues(platform, stored.credentials));
    return isTemporary(failure)
      ? { status: 'wait', delaySeconds: 60 }
      : { status: 'refused', failure };
  } finally {
    await context.outbox.settle(reservation);
    await io.teach();
  }
}

/**
 * Makes sure that the vault takes what comes of a refresh, before a token that is good once is used up
 * for it: stores what is there once more. Nothing when somebody else stored something meanwhile.
 */
async function keepable(
  { vault }: RunnerContext,
  account: Account,
  stored: StoredCredentials,
): Promise<StoredCredentials | undefined> {
  const { revision, credentials } = stored;
  if (revision === '') return stored;
  if (!(await vault.write(account, credentials, { expected: revision }))) return undefined;
  const kept = await vault.read(account);
  return isDeepStrictEqual(kept?.credentials, credentials) ? kept : undefined;
}
