import { hmacKey, toHex } from '../hmac.ts';

/**
 * What proves to Meta that a request comes from the application's own server: the hexadecimal
 * HMAC-SHA256 of the token under the application's secret.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/guides/secure-requests | Meta: secure requests} (2026-11-21)
 */
export async function secretProof(secret: string, token: string): Promise<string> {
  const key = await hmacKey(secret);
  return toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token)));
}
