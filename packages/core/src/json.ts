import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** Anything JSON can say: what we store, hash and exchange. */
export const Json = z.json();
/** Anything JSON can say: what we store, hash and exchange. */
export type Json = z.infer<typeof Json>;

/**
 * Writes a value as JSON with sorted keys, so that equal values give equal text.
 * Properties that are `undefined` are left out, as `JSON.stringify` does.
 *
 * ```ts
 * import { canonicalJson } from '@affiche/core';
 *
 * canonicalJson({ b: 1, a: [true, null] }); // => '{"a":[true,null],"b":1}'
 * ```
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8785 | RFC 8785, JSON canonicalization}
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null';
}

// By hand, because objects put keys that look like numbers first, whatever order they were given.
function write(value: unknown): string | undefined {
  const plain = hasToJson(value) ? value.toJSON() : value;
  if (plain === null || typeof plain !== 'object') return JSON.stringify(plain);
  if (Array.isArray(plain)) return `[${plain.map((part) => write(part) ?? 'null').join(',')}]`;
  const properties: string[] = [];
  // Sorted by UTF-16 code units, whatever the host's language.
  for (const key of Object.keys(plain).toSorted()) {
    const text = write((plain as Readonly<Record<string, unknown>>)[key]);
    if (text !== undefined) properties.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${properties.join(',')}}`;
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    typeof value.toJSON === 'function'
  );
}

/**
 * The SHA-256 of a value's canonical JSON, in 64 hexadecimal digits.
 * What an approval binds to: a value that changes in any way has another hash.
 *
 * ```ts
 * import { contentHash } from '@affiche/core';
 *
 * contentHash({ a: 1, b: 2 }) === contentHash({ b: 2, a: 1 }); // => true
 * ```
 */
export function contentHash(value: unknown): string {
  return hexadecimal(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Joined: a text that grows digit by digit is kept in its pieces, and takes ten times as much memory. */
function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
