// What ends a name: punctuation, white space, marks of direction, and what is no character.
const outside =
  // eslint-disable-next-line no-control-regex
  /[!#%&'()*+,\\/:;<=>?@[\]^{|}~$\u0009-\u000d\u0020\u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\ufeff\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069]/g;

/**
 * The end of the host name that begins at `start`, as Twitter's library reads one, and with it all who
 * build on it: as many labels as possible, the last of which is a top-level domain. `undefined` when
 * there is none.
 *
 * @param topLevels - Folded by {@link foldCase}.
 *
 * @see {@link https://github.com/twitter/twitter-text | twitter-text, the rules} (2026-11-21)
 */
export function endOfHostName(
  text: string,
  start: number,
  topLevels: ReadonlySet<string>,
): number | undefined {
  outside.lastIndex = start;
  const labels = text.slice(start, outside.exec(text)?.index).split('.');
  let position = start;
  let end: number | undefined;
  for (const [index, label] of labels.entries()) {
    // The label before this one is a domain, not only part of one: it has no underscore.
    const domain = labels[index - 1];
    if (domain !== undefined && !domain.includes('_')) {
      end = endOfTopLevel(text, position, label, topLevels) ?? end;
    }
    if (!/^(?![-_])[^]*[^-_]$/.test(label)) break;
    position += label.length + 1;
  }
  return end;
}

const longestTopLevel = 24;

function endOfTopLevel(
  text: string,
  start: number,
  label: string,
  topLevels: ReadonlySet<string>,
): number | undefined {
  const folded = foldCase(label.slice(0, longestTopLevel));
  for (let length = folded.length; length > 1; length -= 1) {
    const end = start + length;
    // What follows must not go on as a name or an address of mail would.
    if (topLevels.has(folded.slice(0, length)) && !/[0-9a-zA-Z@+-]/.test(text.charAt(end))) {
      return end;
    }
  }
  const encoded = /^xn--[-0-9a-z]+/i.exec(label)?.[0];
  return encoded === undefined ? undefined : start + encoded.length;
}

/** Folds case as regular expressions without the `u` flag do: never across the border of ASCII. */
export function foldCase(text: string): string {
  return text
    .split('')
    .map((unit) => {
      const upper = unit.toUpperCase();
      const crosses = unit.charCodeAt(0) > 0x7f && upper.charCodeAt(0) <= 0x7f;
      return upper.length === 1 && !crosses ? upper : unit;
    })
    .join('');
}
