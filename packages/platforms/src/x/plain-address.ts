import { topLevelDomains } from './top-level-domains.ts';

/** The parts of an address that nothing odd surrounds. */
export interface PlainAddress {
  readonly start: number;
  readonly hostEnd: number;
}

// Longer names are rare, and some of them none: the whole grammar looks at those.
const longestLabel = 63;
const longestHost = 200;

// Nearly all addresses are written small, and to write them large takes time.
const small: ReadonlySet<string> = new Set(
  Array.from(topLevelDomains, (name) => name.toLowerCase()),
);

const dash = 0x2d;
const point = 0x2e;
const slash = 0x2f;

/**
 * Reads the address around a dot the short way, as most are written: ASCII, white space or the very
 * beginning before it, white space, a path or the end behind it. `undefined` where only the whole
 * grammar tells.
 */
export function plainAddress(text: string, dot: number, least: number): PlainAddress | undefined {
  let host = dot;
  while (host > least && isHostUnit(text.charCodeAt(host - 1))) host -= 1;
  const start = startOfAddress(text, host);
  if (start === undefined || (start <= least && least > 0)) return undefined;
  let label = host;
  let lastDot = -1;
  let end = host;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === point) {
      if (end === label || end - label > longestLabel) return undefined;
      // The full stop of a sentence.
      if (!isHostUnit(text.charCodeAt(end + 1))) break;
      lastDot = end;
      label = end + 1;
    } else if (unit === dash) {
      const next = text.charCodeAt(end + 1);
      if (end === label || next === dash || next === point) return undefined;
    } else if (!isHostUnit(unit)) break;
  }
  const known = lastDot !== -1 && small.has(text.slice(label, end).toLowerCase());
  // X's own short addresses end where their name does.
  if (!known || end - host > longestHost || end - host === 't.co'.length) return undefined;
  return isEnd(text, end) ? { start, hostEnd: end } : undefined;
}

/** Where the address begins whose host begins here, with its scheme. */
function startOfAddress(text: string, host: number): number | undefined {
  let start = host;
  if (text.charCodeAt(host - 1) === slash) {
    if (text.startsWith('https://', host - 8)) start = host - 8;
    else if (text.startsWith('http://', host - 7)) start = host - 7;
    else return undefined;
  }
  return start === 0 || isSpace(text.charCodeAt(start - 1)) ? start : undefined;
}

function isEnd(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (end >= text.length || unit === slash || isSpace(unit)) return true;
  if (unit !== point) return false;
  return end + 1 >= text.length || isSpace(text.charCodeAt(end + 1));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
}

function isHostUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === point ||
    unit === dash
  );
}
