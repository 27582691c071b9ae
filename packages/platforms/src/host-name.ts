// What ends a name: punctuation, white space, marks of direction, and what is no character.
const outside =
  // eslint-disable-next-line no-control-regex
  /[!#%&'()*+,\\/:;<=>?@[\]^{|}~$\u0009-\u000d\u0020\u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\ufeff\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069]/g;

const isOutside = new RegExp(outside.source);

/** A stretch of text that may hold host names. */
export interface HostRun {
  /** Where the stretch begins. */
  readonly start: number;
  /** Where the stretch ends, exclusive. */
  readonly end: number;
  /** The end of the host name that begins at this position of the stretch; `undefined` for none. */
  endFrom(start: number): number | undefined;
}

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
  return readHostRun(text, start, topLevels).endFrom(start);
}

/** Reads a stretch once, so that looking for a host name at each of its positions costs nothing. */
export function readHostRun(text: string, start: number, topLevels: ReadonlySet<string>): HostRun {
  outside.lastIndex = start;
  const end = outside.exec(text)?.index ?? text.length;
  const labels = text.slice(start, end).split('.');
  const dots: number[] = [];
  let position = start - 1;
  for (const label of labels) {
    position += label.length + 1;
    dots.push(position);
  }
  // For the dot after each label: where a top-level domain behind it ends.
  const ends = labels.map((_, index) => {
    const next = labels[index + 1];
    return next === undefined
      ? undefined
      : endOfTopLevel(text, (dots[index] ?? 0) + 1, next, topLevels);
  });
  // For each label: the end of the longest name in which more labels follow it before the last.
  const beyond: (number | undefined)[] = [];
  for (let index = labels.length - 2; index >= 0; index -= 1) {
    const next = labels[index + 1] ?? '';
    if (!isLabel(next)) continue;
    beyond[index] = beyond[index + 1] ?? (next.includes('_') ? undefined : ends[index + 1]);
  }
  let current = 0;
  return {
    start,
    end,
    endFrom(from) {
      if (from < (dots[current - 1] ?? start)) current = 0;
      while (current < dots.length && (dots[current] ?? 0) < from) current += 1;
      const label = text.slice(from, dots[current]);
      if (!isLabel(label)) return undefined;
      // The label before the last is a domain, not only part of one: it has no underscore.
      return beyond[current] ?? (label.includes('_') ? undefined : ends[current]);
    },
  };
}

/** Where the stretch around a position begins, looking back no further than `least`. */
export function startOfHostRun(text: string, position: number, least: number): number {
  let start = position;
  while (start > least) {
    if (isOutside.test(text.charAt(start - 1))) break;
    start -= 1;
  }
  return start;
}

function isLabel(label: string): boolean {
  return label !== '' && !/^[-_]|[-_]$/.test(label);
}

/** The end of the top-level domain that begins here. */
export function endOfTopLevel(
  text: string,
  start: number,
  label: string,
  topLevels: ReadonlySet<string>,
): number | undefined {
  const plain = /^[0-9a-z]*/i.exec(label)?.[0] ?? '';
  // Nearly every label is plain, and then there is only one place where its name can end.
  const known =
    label.charCodeAt(plain.length) > 0x7f
      ? longestTopLevel(text, start, label, topLevels)
      : topLevels.has(plain.toUpperCase()) && mayFollow(text.charAt(start + plain.length))
        ? start + plain.length
        : undefined;
  return known ?? encoded(start, label);
}

function longestTopLevel(
  text: string,
  start: number,
  label: string,
  topLevels: ReadonlySet<string>,
): number | undefined {
  const folded = foldCase(label.slice(0, 24));
  for (let length = folded.length; length > 1; length -= 1) {
    const end = start + length;
    if (topLevels.has(folded.slice(0, length)) && mayFollow(text.charAt(end))) return end;
  }
  return undefined;
}

/** What follows must not go on as a name or an address of mail would. */
function mayFollow(character: string): boolean {
  return !/[0-9a-zA-Z@+-]/.test(character);
}

function encoded(start: number, label: string): number | undefined {
  const name = /^xn--[-0-9a-z]+/i.exec(label)?.[0];
  return name === undefined ? undefined : start + name.length;
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
