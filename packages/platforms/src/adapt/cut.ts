/** Where a text was cut in two; the white space between belongs to neither. */
export interface Cut {
  readonly head: string;
  readonly tail: string;
  /** What was between the two halves. */
  readonly between: string;
}

// From the best place to the last resort; a place is good when it leaves most of the room used.
const places: readonly { pattern: RegExp; least: number }[] = [
  { pattern: /\n\s*\n\s*/g, least: 0.3 },
  { pattern: /(?<=[.!?…。！？]["'”’»)]*)\s+/gu, least: 0.4 },
  { pattern: /\s+/g, least: 0 },
];

/**
 * Cuts a text so that its head is as long as fits, at the end of a paragraph, of a sentence or of a
 * word; inside a word only where it is longer than all the room. `undefined` when nothing fits.
 *
 * @param fits - Whether a head is short enough; shorter ones are, too.
 */
export function cutToFit(text: string, fits: (head: string) => boolean): Cut | undefined {
  const most = longestFitting(text, fits);
  if (most === 0) return undefined;
  if (most === text.length) return at(text, most);
  for (const { pattern, least } of places) {
    const found = [...text.slice(0, most + 1).matchAll(pattern)]
      .map(({ index }) => index)
      .findLast((index) => index <= most && index > 0 && index >= most * least);
    if (found !== undefined && text.slice(0, found).trim() !== '') return at(text, found);
  }
  return at(text, most);
}

function at(text: string, index: number): Cut {
  const between = /^\s*/.exec(text.slice(index))?.[0] ?? '';
  return { head: text.slice(0, index), between, tail: text.slice(index + between.length) };
}

/** The longest beginning that fits, in UTF-16 units, never inside a character. */
function longestFitting(text: string, fits: (head: string) => boolean): number {
  const ends = graphemeEnds(text);
  // Grow first: a limit is small, and a text may be a book.
  let low = 0;
  let high = 64;
  while (ends(high) < text.length && fits(text.slice(0, ends(high)))) {
    low = high;
    high *= 2;
  }
  if (ends(high) === text.length && fits(text)) return text.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(text.slice(0, ends(middle)))) low = middle;
    else high = middle;
  }
  return ends(low);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where so many graphemes end; a long text is only read as far as it was asked about. */
function graphemeEnds(text: string): (count: number) => number {
  const segments = segmenter.segment(text)[Symbol.iterator]();
  const starts: number[] = [];
  let whole = false;
  return (count) => {
    while (!whole && starts.length <= count) {
      const { value, done } = segments.next();
      if (done) whole = true;
      else starts.push(value.index);
    }
    return starts[count] ?? text.length;
  };
}
