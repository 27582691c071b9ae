/**
 * What proves to Meta that a request comes from the application's own server: the hexadecimal
 * HMAC-SHA256 of the token under the application's secret.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/guides/secure-requests | Meta: secure requests} (2026-11-21)
 */
export async function secretProof(secret: string, token: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(token));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
