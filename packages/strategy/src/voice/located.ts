/** A stretch of a text, in UTF-16 code units, as JavaScript counts. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words found in a text, and where. */
export interface Located extends Span {
  readonly words: string;
}

/** Everything in a text that a pattern finds. The pattern needs the flag `g`. */
export function locate(text: string, pattern: RegExp): Located[] {
  return [...text.matchAll(pattern)].map((match) => ({
    words: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Where a term stands in a text, as a whole word, in any letter case. Accents count:
 * `cote` is not `côte`, however either is encoded.
 */
export function locateTerm(text: string, term: string): Located[] {
  const forms = new Set([term.normalize('NFC'), term.normalize('NFD')]);
  const either = [...forms].map((form) => escape(form)).join('|');
  return locate(
    text,
    new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_])(?:${either})(?![\p{L}\p{M}\p{N}_])`, 'giu'),
  );
}

/** Replaces what a pattern finds by spaces, so that every place in the text stays where it is. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => ' '.repeat(match.length));
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
