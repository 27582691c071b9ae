import {
  type Account,
  ConfigurationError,
  type Credentials,
  PlatformError,
  type PlatformIo,
} from '@affiche/core';
import { isTrustworthy, serverOrigin } from '../origin.ts';
import { readXrpc } from './xrpc.ts';
import { Session } from './wire.ts';

/**
 * Renews the session, or signs in with the app password where it can no longer be renewed.
 *
 * @throws PlatformError `platform-call-failed` when the server refuses,
 *   `account-inactive` when the account is suspended or taken down.
 * @throws ConfigurationError `wrong-account` when the password opens another account.
 */
export async function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  const session = (await renew(account, io)) ?? (await signIn(account, io));
  requireOwn(account, session);
  requireActive(session);
  const pds = personalDataServer(account, session);
  return {
    ...io.credentials,
    accessJwt: session.accessJwt,
    refreshJwt: session.refreshJwt,
    did: session.did,
    handle: session.handle,
    ...(pds !== undefined && { pds }),
  };
}

/** A session of another account would publish there. */
export function requireOwn(
  account: Account,
  { did, handle }: { did: string; handle: string },
): void {
  if (isOwn(account, did, handle)) return;
  throw new ConfigurationError('wrong-account', {
    message: `The credentials of ${account.id} open ${did} (${handle})`,
    hint: 'Store the app password of the account itself, or correct account.id.',
    details: { expected: account.id, actual: did },
  });
}

/** A DID is for ever and decides alone; a handle may have moved, and the account says where to. */
function isOwn({ id, handle }: Account, did: string, opened: string): boolean {
  if (id.startsWith('did:')) return id === did;
  const names = [id, handle ?? ''].map(plainHandle).filter((name) => name.includes('.'));
  return names.length === 0 || names.includes(plainHandle(opened));
}

function plainHandle(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}

/** A session of a suspended account reads, and cannot post. */
export function requireActive({
  handle,
  active,
  status = 'not active',
}: {
  readonly handle: string;
  readonly active?: boolean | undefined;
  readonly status?: string | undefined;
}): void {
  if (active !== false) return;
  throw new PlatformError('account-inactive', {
    message: `The account ${handle} is ${status}`,
    hint: 'Sign in to Bluesky and see what it says about the account.',
    details: { failure: { kind: 'blocked', message: `the account is ${status}` } },
  });
}

async function renew(account: Account, io: PlatformIo): Promise<Session | undefined> {
  if (!io.credentials['refreshJwt']) return undefined;
  const call = {
    method: 'com.atproto.server.refreshSession',
    token: 'refresh',
    answer: Session,
    timeoutSeconds: 30,
  } as const;
  try {
    return await readXrpc(account, call, io);
  } catch (error) {
    // A token that cannot be renewed is no surprise after three months; anything else is.
    if (refusedToken(error) && io.credentials['password']) return undefined;
    throw error;
  }
}

function refusedToken(error: unknown): boolean {
  if (!PlatformError.isInstance(error)) return false;
  const failure = error.details['failure'];
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'kind' in failure &&
    failure.kind === 'auth-expired'
  );
}

async function signIn(account: Account, io: PlatformIo): Promise<Session> {
  const { identifier, password } = io.credentials;
  if (!identifier || !password) {
    throw new ConfigurationError('missing-credentials', {
      message: `The Bluesky account ${account.handle ?? account.id} has no ${identifier ? 'password' : 'identifier'}`,
      hint: 'Make an app password in the settings of Bluesky and store { identifier, password }.',
    });
  }
  return readXrpc(
    account,
    {
      method: 'com.atproto.server.createSession',
      token: 'none',
      origin: serverOrigin(account, 'bsky.social'),
      json: { identifier, password },
      answer: Session,
      timeoutSeconds: 30,
    },
    io,
  );
}

function personalDataServer(account: Account, { didDoc }: Session): string | undefined {
  const endpoint = didDoc?.service?.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint;
  const entrance = serverOrigin(account, 'bsky.social');
  return typeof endpoint === 'string' && isTrustworthy(endpoint, entrance)
    ? new URL(endpoint).origin
    : undefined;
}
