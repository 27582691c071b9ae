import { createHmac } from 'node:crypto';
import { badToken, xrpcError } from './xrpc-error.ts';

/** What a token says. */
export interface TokenClaims {
  readonly scope?: string;
  readonly aud: string;
  readonly sub: string;
  readonly jti?: string;
  /** When it was issued, in seconds since the epoch. */
  readonly iat: number;
  /** When it ends, in seconds since the epoch. */
  readonly exp: number;
}

/** Signs claims as a JSON web token. */
export function signToken(secret: Buffer, type: string, claims: object): string {
  const head = encode({ typ: type, alg: 'HS256' });
  const body = encode(claims);
  return `${head}.${body}.${signature(secret, `${head}.${body}`)}`;
}

/** Reads the claims of a token of ours; throws what a PDS says about a forged or expired one. */
export function verifyToken(secret: Buffer, type: string, token: string, now: number): TokenClaims {
  const [head = '', body = '', proof = ''] = token.split('.');
  const genuine = proof !== '' && proof === signature(secret, `${head}.${body}`);
  if (!genuine || decode(head)['typ'] !== type) {
    throw badToken('Token could not be verified');
  }
  const claims = decode(body) as unknown as TokenClaims;
  if (claims.exp * 1000 <= now) throw expiredToken('Token has expired');
  return claims;
}

/** What a PDS says about a token whose time is over. */
export function expiredToken(message: string, { uncounted = true } = {}) {
  return xrpcError(400, 'ExpiredToken', message, { uncounted });
}

function signature(secret: Buffer, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}
