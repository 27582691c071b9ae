/** Bands of two hashes each: at a similarity of 0.7 two texts share one with a chance of 99.5 %. */
const bandCount = 8;

/**
 * Boils a text down to a few numbers, by MinHash over its word pairs: texts with many pairs in common
 * share one. Nothing when it has too few words to be told apart.
 *
 * @param salt - texts of another salt share no number on purpose
 * @see {@link https://doi.org/10.1109/SEQUEN.1997.666900 | Broder, On the resemblance of documents}
 */
export function textBands(text: string, salt: string): number[] {
  const pairs = wordPairs(text);
  if (pairs.size < 4) return [];
  const least = new Uint32Array(bandCount * 2).fill(0xffff_ffff);
  for (const pair of pairs) {
    for (let seed = 0; seed < least.length; seed += 1) {
      const mixed = mix(pair, seed);
      if (mixed < least[seed]!) least[seed] = mixed;
    }
  }
  const salted = hash(salt);
  return Array.from({ length: bandCount }, (_, band) => {
    const [first = 0, second = 0] = least.subarray(band * 2, band * 2 + 2);
    // Thirty bits, which a map keeps without a box around them: whoever meets is compared anyway.
    return mix(mix(first ^ salted, band) ^ second, band) >>> 2;
  });
}

/** The share of word pairs that two texts have in common: 0 to 1. */
export function textSimilarity(a: string, b: string): number {
  const [ours, theirs] = [wordPairs(a), wordPairs(b)];
  let common = 0;
  for (const pair of ours) if (theirs.has(pair)) common += 1;
  return common / (ours.size + theirs.size - common);
}

/** A number for a text, of 53 bits: two texts of a million share one with a chance of a few in 100,000. */
export function textNumber(text: string): number {
  const low = hash(text);
  const high = mix(hash(`${text.length}${text}`), 7) >>> 11;
  return high * 0x1_0000_0000 + low;
}

function wordPairs(text: string): Set<number> {
  const words = text.split(' ');
  const pairs = new Set<number>();
  for (let index = 1; index < words.length; index += 1) {
    pairs.add(hash(`${words[index - 1]} ${words[index]}`));
  }
  return pairs;
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x0100_0193);
  }
  return value >>> 0;
}

/** Another order of all hashes for each seed, by the finalizer of MurmurHash3. */
function mix(value: number, seed: number): number {
  let mixed = value ^ Math.imul(seed + 1, 0x9e37_79b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
