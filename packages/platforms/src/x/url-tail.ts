const taken = 1;
const latin =
  '\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263' +
  '\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff';
const letters = `a-z0-9\u0400-\u04ff${latin}`;
const pathRun = new RegExp(`[${letters}!*';:=+,.$/%#\\[\\]\\-\u2013_~@|&]*`, 'iy');
const endsPath = new RegExp(`[${letters}=_#/+\\-]`, 'i');
const queryRun = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*/iy;
const endsQuery = /[a-z0-9\-_&=#/]/i;

/** Which of the characters of ASCII, where nearly all addresses end, a pattern takes. */
const inPath = asciiTaken(pathRun);
const atPathEnd = asciiTaken(endsPath);
const inQuery = asciiTaken(queryRun);
const atQueryEnd = asciiTaken(endsQuery);

/** Letters that may stand in a host name that is otherwise plain. */
export const latinLetters = latin;

/** The end of the path that begins at `start`; `start` itself where there is none. */
export function endOfPath(text: string, start: number): number {
  if (text.charAt(start) !== '/') return start;
  let end = start + 1;
  for (let index = end; ;) {
    const stop = endOfRun(pathRun, inPath, text, index);
    end = endingBefore(endsPath, atPathEnd, text, stop, index) ?? end;
    const next = endOfBrackets(text, stop);
    if (next === undefined) break;
    index = next;
  }
  // Brackets belong to it right behind what does, and not behind a full stop.
  for (;;) {
    const next = endOfBrackets(text, end);
    if (next === undefined) return end;
    end = next;
  }
}

/** The end of the query that begins at `start`; `start` itself where there is none. */
export function endOfQuery(text: string, start: number): number {
  if (text.charAt(start) !== '?') return start;
  const stop = endOfRun(queryRun, inQuery, text, start + 1);
  return endingBefore(endsQuery, atQueryEnd, text, stop, start + 1) ?? start;
}

/** The end of a pair of brackets with something in it, and at most one pair inside. */
function endOfBrackets(text: string, start: number): number | undefined {
  if (text.charAt(start) !== '(') return undefined;
  const first = endOfRun(pathRun, inPath, text, start + 1);
  if (text.charAt(first) === ')') return first > start + 1 ? first + 1 : undefined;
  if (text.charAt(first) !== '(') return undefined;
  const second = endOfRun(pathRun, inPath, text, first + 1);
  if (second === first + 1 || text.charAt(second) !== ')') return undefined;
  const third = endOfRun(pathRun, inPath, text, second + 1);
  return text.charAt(third) === ')' ? third + 1 : undefined;
}

function endOfRun(run: RegExp, ascii: Uint8Array, text: string, start: number): number {
  let end = start;
  while (ascii[text.charCodeAt(end)] === taken) end += 1;
  if (end >= text.length || text.charCodeAt(end) < ascii.length) return end;
  run.lastIndex = end;
  run.test(text);
  return run.lastIndex;
}

/** The place behind the last character that may end an address. */
function endingBefore(
  ending: RegExp,
  ascii: Uint8Array,
  text: string,
  stop: number,
  least: number,
): number | undefined {
  for (let end = stop; end > least; end -= 1) {
    const unit = text.charCodeAt(end - 1);
    if (unit < ascii.length ? ascii[unit] === taken : ending.test(text.charAt(end - 1))) return end;
  }
  return undefined;
}

function asciiTaken(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, unit) => {
    pattern.lastIndex = 0;
    return pattern.exec(String.fromCharCode(unit))?.[0] ? taken : 0;
  });
}
