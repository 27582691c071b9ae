/** The length of a text in UTF-8 bytes; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  return utf8LengthBetween(text, 0, text.length);
}

/**
 * Turns UTF-16 offsets, in ascending order, into UTF-8 byte offsets in one pass over the text.
 */
export function utf8Offsets(text: string, offsets: readonly number[]): number[] {
  let bytes = 0;
  let position = 0;
  return offsets.map((offset) => {
    bytes += utf8LengthBetween(text, position, offset);
    position = offset;
    return bytes;
  });
}

function utf8LengthBetween(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(unit, text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isPair(first: number, second: number): boolean {
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}
