const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The beginning of a text, cut between words, or between characters where it has none. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most);
  const words = beginning.replace(/\s+\S*$/, '');
  return `${words.length < beginning.length ? words : whole(text, most)}\u2026`;
}

// A flag or a family of emoji is one character to readers, and many to the machine.
function whole(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
