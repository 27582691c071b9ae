import type { Answer, Exchange } from '../http/exchange.ts';
import { hashPassword } from './accounts.ts';
import { base32Hash, type Bluesky, hash } from './context.ts';
import { requireField } from './fields.ts';
import { authenticate } from './sessions.ts';
import { signToken } from './tokens.ts';
import { badToken, internalServerError, xrpcError } from './xrpc-error.ts';

/** Makes a password for one app, which only the account's own password may. */
export function createAppPassword(bluesky: Bluesky, exchange: Exchange): Answer {
  const { database, clock, seed } = bluesky;
  const { account, scope } = authenticate(bluesky, exchange);
  if (scope !== 'com.atproto.access') throw badToken('Bad token scope');
  const name = requireField(exchange.fields, 'name');
  const letters = base32Hash(16, seed, account.did, name, 'app-password');
  const password = letters.replaceAll(/(?<=^(?:.{4})+)(?!$)/g, '-');
  const added = database.run(
    'INSERT OR IGNORE INTO app_password (did, name, password, created_at) VALUES (?, ?, ?, ?)',
    account.did,
    name,
    hashPassword(account.did, password),
    clock.now(),
  );
  if (added === 0) throw internalServerError();
  const createdAt = new Date(clock.now()).toISOString();
  return { status: 200, body: { name, password, createdAt, privileged: false } };
}

/** Makes a token with which another service believes that the account sent it. */
export function serviceAuth(bluesky: Bluesky, exchange: Exchange): Answer {
  const { account } = authenticate(bluesky, exchange);
  const { query } = exchange;
  const now = Math.floor(bluesky.clock.now() / 1000);
  const exp = Number(query.get('exp') ?? now + 60);
  if (exp < now) throw badExpiration('expiration is in past');
  if (exp > now + 3600) {
    throw badExpiration(
      'cannot request a token with an expiration more than an hour in the future',
    );
  }
  const aud = query.get('aud');
  const lxm = query.get('lxm');
  const claims = { iat: now, iss: account.did, sub: account.did, aud, exp, lxm };
  return { status: 200, body: { token: signToken(serviceSecret(bluesky), 'JWT', claims) } };
}

/** What service tokens are signed with. */
export function serviceSecret({ seed }: Bluesky): Buffer {
  return hash(seed, 'service-secret');
}

function badExpiration(message: string) {
  return xrpcError(400, 'BadExpiration', message);
}
