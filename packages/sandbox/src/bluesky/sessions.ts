import { randomBytes } from 'node:crypto';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { readNote, writeNote } from '../notes.ts';
import { type Account, requireAccount } from './accounts.ts';
import { type Bluesky, hash, serviceDid } from './context.ts';
import { expiredToken, signToken, type TokenClaims, verifyToken } from './tokens.ts';
import { authMissing, internalServerError } from './xrpc-error.ts';

/** What a token allows. */
export type Scope = 'com.atproto.access' | 'com.atproto.appPass';

/** The two tokens of a session. */
export interface Session {
  readonly accessJwt: string;
  readonly refreshJwt: string;
}

const refreshTokenSeconds = 90 * 86_400;
// A client whose answer was lost may refresh with the old token for so long.
const graceSeconds = 2 * 3600;

/** Opens a session; its refresh token is remembered until it is used or revoked. */
export function openSession(
  bluesky: Bluesky,
  account: Account,
  scope: Scope,
  id = randomBytes(32).toString('base64'),
): Session {
  const { database, clock, settings } = bluesky;
  const secret = tokenSecret(bluesky);
  const iat = Math.floor(clock.now() / 1000);
  const claims = { aud: serviceDid, sub: account.did, iat };
  const exp = iat + refreshTokenSeconds;
  database.run(
    'INSERT OR IGNORE INTO refresh_token (id, did, scope, expires_at) VALUES (?, ?, ?, ?)',
    id,
    account.did,
    scope,
    exp * 1000,
  );
  return {
    accessJwt: signToken(secret, 'at+jwt', {
      scope,
      ...claims,
      // Two sessions of one second must differ, or ending one token would end the other.
      jti: randomBytes(8).toString('hex'),
      exp: iat + settings.accessTokenSeconds,
    }),
    refreshJwt: signToken(secret, 'refresh+jwt', {
      scope: 'com.atproto.refresh',
      ...claims,
      jti: id,
      exp,
    }),
  };
}

/** Trades a refresh token for a new session; the old one stays good for a grace period. */
export function refreshSession(bluesky: Bluesky, exchange: Exchange): [Account, Session] {
  const { database, clock } = bluesky;
  const { jti = '', sub } = refreshClaims(bluesky, exchange, clock.now());
  const row = database.one('SELECT * FROM refresh_token WHERE id = ?', jti);
  const expiresAt = Math.min(Number(row?.['expires_at']), clock.now() + graceSeconds * 1000);
  if (!row || expiresAt <= clock.now()) {
    throw expiredToken('Token has been revoked', { uncounted: false });
  }
  const nextId =
    row['next_id'] === null ? randomBytes(32).toString('base64') : String(row['next_id']);
  database.run(
    'UPDATE refresh_token SET expires_at = ?, next_id = ? WHERE id = ?',
    expiresAt,
    nextId,
    jti,
  );
  const account = requireAccount(bluesky, sub);
  return [account, openSession(bluesky, account, row['scope'] as Scope, nextId)];
}

/** Revokes a refresh token; access tokens live on until they expire. */
export function closeSession(bluesky: Bluesky, exchange: Exchange): void {
  const { jti = '' } = refreshClaims(bluesky, exchange, 0);
  bluesky.database.run('DELETE FROM refresh_token WHERE id = ?', jti);
}

/** The account and scope of a request's access token. */
export function authenticate(
  bluesky: Bluesky,
  exchange: Exchange,
): { readonly account: Account; readonly scope: Scope } {
  const { clock, database } = bluesky;
  const token = requireToken(exchange);
  const claims = verifyToken(tokenSecret(bluesky), 'at+jwt', token, clock.now());
  if (readNote(database, endedNote(token)) !== undefined) throw expiredToken('Token has expired');
  return { account: requireAccount(bluesky, claims.sub), scope: claims.scope as Scope };
}

/**
 * The account of an upload. Uploads may come with tokens of other services, so the real server
 * looks inside before it verifies, and stumbles over what is no token at all.
 */
export function authenticateUpload(bluesky: Bluesky, exchange: Exchange) {
  const token = bearerToken(exchange);
  if (token !== undefined && token.split('.').length !== 3) {
    throw internalServerError({ uncounted: true });
  }
  return authenticate(bluesky, exchange);
}

/** Ends the access token of a request before its time, as the `expire-token` fault does. */
export function endAccessToken({ database }: Bluesky, exchange: Exchange): void {
  const token = bearerToken(exchange);
  if (token !== undefined) writeNote(database, endedNote(token), '');
}

function refreshClaims(bluesky: Bluesky, exchange: Exchange, now: number): TokenClaims {
  return verifyToken(tokenSecret(bluesky), 'refresh+jwt', requireToken(exchange), now);
}

function requireToken(exchange: Exchange): string {
  const token = bearerToken(exchange);
  if (token === undefined) throw authMissing();
  return token;
}

function endedNote(token: string): string {
  return `ended ${hash(token).toString('hex')}`;
}

// From the seed, so that tokens outlive a restart even of a server without a file.
function tokenSecret({ seed }: Bluesky): Buffer {
  return hash(seed, 'token-secret');
}
