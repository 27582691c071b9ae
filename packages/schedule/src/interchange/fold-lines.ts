const longestLine = 75;

/**
 * Folds the lines of an iCalendar text anew, so that none is longer than 75 octets. The space that
 * begins a continued line is one of them, which not every writer counts.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545#section-3.1 | RFC 5545, section 3.1}
 */
export function foldLines(text: string): string {
  return text.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  // By code points: a character is never cut in two.
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0) ?? 0);
    if (length + octets > longestLine) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}

/** How many octets a code point takes in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
