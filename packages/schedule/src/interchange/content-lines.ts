import { decodeTable } from './decode-table.ts';

/** A line of an iCalendar file, unfolded. */
export interface ContentLine {
  readonly text: string;
  /** Where it begins in the file: 1 is the first line. */
  readonly line: number;
}

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];

/**
 * The lines of a file, unfolded before they are decoded: writers that fold by octets cut characters in
 * two. Takes any line ends, byte order marks, and what is not in UTF-8.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545#section-3.1 | RFC 5545, section 3.1}
 */
export function contentLines(file: string | Uint8Array): ContentLine[] {
  const bytes = octetsOf(file);
  const found: { line: number; parts: Uint8Array[] }[] = [];
  let line = 0;
  for (let at = 0; at < bytes.length;) {
    let end = at;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end += 1;
    const isFolded = bytes[at] === space || bytes[at] === tab;
    const last = found.at(-1);
    line += 1;
    if (isFolded && last) last.parts.push(bytes.subarray(at + 1, end));
    else found.push({ line, parts: [bytes.subarray(at, end)] });
    at = end + (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1);
  }
  return found
    .map((each) => ({ line: each.line, text: decodeTable(joined(each.parts)).text }))
    .filter(({ text }) => text.trim() !== '');
}

function octetsOf(file: string | Uint8Array): Uint8Array {
  if (typeof file === 'string') return new TextEncoder().encode(file);
  const isWide = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff);
  return isWide ? new TextEncoder().encode(decodeTable(file).text) : file;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
