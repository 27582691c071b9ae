import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { badToken, xrpcError } from './xrpc-error.ts';

/** What a token says. */
export const TokenClaims = z.object({
  scope: z.string().optional(),
  aud: z.string(),
  sub: z.string(),
  jti: z.string().optional(),
  /** When it was issued, in seconds since the epoch. */
  iat: z.number(),
  /** When it ends, in seconds since the epoch. */
  exp: z.number(),
});
/** What a token says. */
export type TokenClaims = z.infer<typeof TokenClaims>;

const TokenHead = z.object({ typ: z.string() });

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
  const claims = genuine ? TokenClaims.safeParse(decode(body)).data : undefined;
  if (!claims || TokenHead.safeParse(decode(head)).data?.typ !== type) {
    throw badToken('Token could not be verified');
  }
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

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
