import type { PlatformIo } from '@affiche/core';
import { hmacKey } from '../hmac.ts';

/** What a file is locked with: Snap is told both. */
export interface MediaKey {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
}

/**
 * A key for one file, made from the application's secret, so that it need not be kept between two
 * requests.
 */
export async function mediaKey(name: string, { credentials }: PlatformIo): Promise<MediaKey> {
  const secret = await hmacKey(credentials['clientSecret'] ?? 'no secret');
  const derive = async (purpose: string) => {
    const text = new TextEncoder().encode(`${purpose} ${name}`);
    return new Uint8Array(await crypto.subtle.sign('HMAC', secret, text));
  };
  return { key: await derive('key'), iv: (await derive('iv')).slice(0, 16) };
}

/** Locks a file with AES-256 in CBC mode and PKCS #7 padding. */
export async function encryptMedia(
  bytes: Uint8Array<ArrayBuffer>,
  { key, iv }: MediaKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = 'AES-CBC';
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt({ name: algorithm, iv }, imported, bytes));
}
