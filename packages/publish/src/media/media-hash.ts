import { createHash } from 'node:crypto';

/**
 * The SHA-256 of a file's bytes, in hexadecimal: the name under which a refusal is remembered, so
 * that the same bytes are not sent again.
 *
 * ```ts
 * import { mediaHash } from '@affiche/publish/media';
 *
 * mediaHash(new TextEncoder().encode('abc')).slice(0, 8); // => 'ba7816bf'
 * ```
 */
export function mediaHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
