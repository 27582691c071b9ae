const latin =
  '\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263' +
  '\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff';
const letters = `a-z0-9\u0400-\u04ff${latin}`;
const inPath = new RegExp(`[${letters}!*';:=+,.$/%#\\[\\]\\-\u2013_~@|&]`, 'i');
const endsPath = new RegExp(`[${letters}=_#/+\\-]`, 'i');
const inQuery = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i;
const endsQuery = /[a-z0-9\-_&=#/]/i;

/** Letters that may stand in a host name that is otherwise plain. */
export const latinLetters = latin;

/** The end of the path that begins at `start`; `start` itself where there is none. */
export function endOfPath(text: string, start: number): number {
  if (text.charAt(start) !== '/') return start;
  let end = start + 1;
  for (let index = end; index < text.length;) {
    const character = text.charAt(index);
    const brackets = character === '(';
    const next = brackets ? endOfBrackets(text, index) : index + 1;
    if (next === undefined || (!brackets && !inPath.test(character))) break;
    if (!brackets && endsPath.test(character)) end = next;
    index = next;
  }
  // Brackets belong to it right behind what does, and not behind a full stop.
  for (;;) {
    const next = text.charAt(end) === '(' ? endOfBrackets(text, end) : undefined;
    if (next === undefined) return end;
    end = next;
  }
}

/** The end of the query that begins at `start`; `start` itself where there is none. */
export function endOfQuery(text: string, start: number): number {
  if (text.charAt(start) !== '?') return start;
  let end = start;
  for (let index = start + 1; index < text.length && inQuery.test(text.charAt(index)); index += 1) {
    if (endsQuery.test(text.charAt(index))) end = index + 1;
  }
  return end;
}

/** The end of a pair of brackets with something in it, and at most one pair inside. */
function endOfBrackets(text: string, start: number): number | undefined {
  let index = start + 1;
  const skip = () => {
    const from = index;
    while (index < text.length && inPath.test(text.charAt(index))) index += 1;
    return index > from;
  };
  const filled = skip();
  if (text.charAt(index) === ')') return filled ? index + 1 : undefined;
  if (text.charAt(index) !== '(') return undefined;
  index += 1;
  if (!skip() || text.charAt(index) !== ')') return undefined;
  index += 1;
  skip();
  return text.charAt(index) === ')' ? index + 1 : undefined;
}
