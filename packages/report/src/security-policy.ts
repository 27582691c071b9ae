import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Allows nothing but one style sheet, known by its hash, and pictures inside the page itself.
 *
 * @see {@link https://www.w3.org/TR/CSP3/#grammardef-hash-source | CSP 3, hash sources}
 */
export function securityPolicy(style: string): string {
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))));
  return [
    `default-src 'none'`,
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
