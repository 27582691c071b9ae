/** A text boiled down: texts with many word pairs in common share a band. */
export interface Sketch {
  readonly pairs: ReadonlySet<number>;
  readonly bands: readonly string[];
}

/** Bands of two hashes each: at a similarity of 0.7 two texts share one with a chance of 99.5 %. */
const bandCount = 8;

/**
 * Boils a text down by MinHash over its word pairs; nothing when it has too few words to be told apart.
 *
 * @see {@link https://doi.org/10.1109/SEQUEN.1997.666900 | Broder, On the resemblance of documents}
 */
export function sketch(text: string): Sketch | undefined {
  const words = text.split(' ');
  if (words.length < 5) return undefined;
  const pairs = new Set(words.slice(1).map((word, index) => hash(`${words[index]} ${word}`)));
  const smallest = Array.from({ length: bandCount * 2 }, (_, seed) => {
    let least = 0xffff_ffff;
    for (const pair of pairs) least = Math.min(least, mix(pair, seed));
    return least;
  });
  const bands = Array.from(
    { length: bandCount },
    (_, band) => `${band}:${smallest[band * 2]}:${smallest[band * 2 + 1]}`,
  );
  return { pairs, bands };
}

/** The share of word pairs that two texts have in common: 0 to 1. */
export function similarity(a: Sketch, b: Sketch): number {
  let common = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) common += 1;
  return common / (a.pairs.size + b.pairs.size - common);
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
