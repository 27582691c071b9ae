import { accountKey, type Finding } from '@affiche/core';
import type { PlatformAccount } from '../runner/platform-account.ts';
import { askPlatform } from '../runner/platform-call.ts';

/** Why an account does not open, asked before anything is approved and not when the first post is due. */
export async function deniedAccess(
  where: PlatformAccount,
  { offline }: { readonly offline: boolean },
): Promise<Finding | undefined> {
  const missing = await missingCredentials(where);
  return missing ?? (offline ? undefined : refusedAccount(where));
}

async function missingCredentials({
  context,
  platform,
  account,
}: PlatformAccount): Promise<Finding | undefined> {
  const needed = platform.manifest.credentials.map(({ name }) => name);
  if (needed.length === 0) return undefined;
  const stored = (await context.vault.read(account))?.credentials ?? {};
  const missing = needed.filter((name) => !stored[name]);
  if (missing.length < needed.length) return undefined;
  return {
    rule: 'publish/credentials/missing',
    severity: 'error',
    path: ['account'],
    message: `The vault has no credentials for ${accountKey(account)}.`,
    fix: `Store ${needed.join(', ')} for this account.`,
  };
}

async function refusedAccount(where: PlatformAccount): Promise<Finding | undefined> {
  const { platform, account } = where;
  if (!platform.verify) return undefined;
  const asked = await askPlatform(where, async (io) => platform.verify?.(account, io));
  if (asked.status !== 'failed') return undefined;
  const { failure, forGood } = asked;
  const isRefused = forGood || ['permission', 'blocked', 'auth-expired'].includes(failure.kind);
  return {
    rule: isRefused ? 'publish/credentials/refused' : 'publish/platform/unreachable',
    severity: 'error',
    path: ['account'],
    message: `${platform.manifest.name} ${isRefused ? 'does not open' : 'cannot be asked about'} ${accountKey(account)}: ${failure.message}.`,
    fix:
      failure.hint ??
      (isRefused
        ? 'Store other credentials for this account.'
        : 'Check the host and the connection, or plan offline.'),
  };
}
