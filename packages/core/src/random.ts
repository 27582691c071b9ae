import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A source of numbers in [0, 1), passed in wherever chance is needed. */
export type Random = () => number;

/**
 * A repeatable source of chance: the same seed gives the same numbers on every machine.
 * The generator is sfc32, seeded with the SHA-256 of the text.
 *
 * ```ts
 * import { seededRandom } from '@affiche/core';
 *
 * const first = seededRandom('bakery');
 * const second = seededRandom('bakery');
 * first() === second(); // => true
 * ```
 *
 * @see {@link https://pracrand.sourceforge.net/ | PractRand, where sfc32 comes from}
 */
export function seededRandom(seed: string): Random {
  const words = new DataView(sha256(utf8ToBytes(seed)).buffer);
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => words.getUint32(offset)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}
