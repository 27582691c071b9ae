import { endOfTopLevel, type HostRun, readHostRun, startOfHostRun } from '../host-name.ts';
import { plainAddress } from './plain-address.ts';
import { plainDomains } from './plain-domains.ts';
import { asciiLength } from './punycode.ts';
import { topLevelDomains } from './top-level-domains.ts';
import { endOfPath, endOfQuery } from './url-tail.ts';

/** An address that X counts as one, whatever its length. */
export interface UrlEntity {
  readonly start: number;
  readonly length: number;
}

const longest = 4096;
const longestLabel = 63;
const longestShortName = 40;

// The longest scheme, and the character before it.
const longestLead = 'https://'.length + 1;

/** Finds the addresses of a text, bare domains too, as X does. */
export function findUrls(text: string): UrlEntity[] {
  const found: UrlEntity[] = [];
  let run: HostRun | undefined;
  let runStart = 0;
  const endOfHost = (start: number) => {
    // What stands before the stretch around the domain is at most a scheme.
    if (start < runStart) return undefined;
    if (!run || start < run.start || start >= run.end) {
      run = readHostRun(text, start, topLevelDomains);
    }
    return run.endFrom(start);
  };
  let next = 0;
  for (;;) {
    const plain = nextPlain(text, next);
    if (plain) {
      found.push(plain);
      next = plain.start + plain.length;
      continue;
    }
    // Every address has a top-level domain, and few texts have one: only there is worth a look.
    const dot = nextTopLevel(text, next);
    if (dot === undefined) return found;
    runStart = startOfHostRun(text, dot, next);
    const least = Math.max(next, runStart - longestLead);
    const match = firstMatch(text, least, dot, endOfHost);
    if (match) found.push(...entitiesOf(text, match));
    next = match?.end ?? dot + 1;
  }
}

/** The next address, if it is a plain one. */
function nextPlain(text: string, from: number): UrlEntity | undefined {
  const dot = nextDot(text, from);
  const plain = dot === -1 ? undefined : plainAddress(text, dot, from);
  if (!plain) return undefined;
  const { start, hostEnd } = plain;
  const length = endOfQuery(text, endOfPath(text, hostEnd)) - start;
  return length + 'https://'.length < longest ? { start, length } : undefined;
}

/** The next dot behind which a top-level domain may begin: none begins with white space or a digit. */
function nextDot(text: string, from: number): number {
  let dot = text.indexOf('.', from);
  while (dot !== -1 && !(text.charCodeAt(dot + 1) > 0x40)) dot = text.indexOf('.', dot + 1);
  return dot;
}

function nextTopLevel(text: string, from: number): number | undefined {
  for (let dot = nextDot(text, from); dot !== -1; dot = nextDot(text, dot + 1)) {
    const label = text.slice(dot + 1, dot + 32);
    if (endOfTopLevel(text, dot + 1, label, topLevelDomains) !== undefined) return dot;
  }
  return undefined;
}

function firstMatch(text: string, least: number, dot: number, hostEnd: HostEnd): Match | undefined {
  for (let position = least; position <= dot; position += 1) {
    const match = matchAt(text, position, hostEnd);
    if (match) return match;
  }
  return undefined;
}

interface Match {
  /** What stands before it, if anything. */
  readonly before: string;
  readonly start: number;
  readonly hostStart: number;
  readonly hostEnd: number;
  readonly pathEnd: number;
  readonly end: number;
}

type HostEnd = (start: number) => number | undefined;

/** An address right after the character at `position`, or at the very beginning. */
function matchAt(text: string, position: number, hostEnd: HostEnd): Match | undefined {
  const before = text.charAt(position);
  const after =
    before !== '' && mayPrecede(before) ? match(text, position + 1, before, hostEnd) : undefined;
  return after ?? (position === 0 ? match(text, 0, '', hostEnd) : undefined);
}

function mayPrecede(character: string): boolean {
  return !/[A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff]/.test(character);
}

function match(text: string, start: number, before: string, hostEnd: HostEnd): Match | undefined {
  const hostStart = start + schemeLength(text, start);
  const host = hostEnd(hostStart);
  if (host === undefined) return undefined;
  const port = /:[0-9]+/y;
  port.lastIndex = host;
  const portEnd = host + (port.exec(text)?.[0].length ?? 0);
  const pathEnd = endOfPath(text, portEnd);
  const path = pathEnd > portEnd ? pathEnd : -1;
  return { before, start, hostStart, hostEnd: host, pathEnd: path, end: endOfQuery(text, pathEnd) };
}

function schemeLength(text: string, start: number): number {
  if ((text.charCodeAt(start) | 0x20) !== 0x68) return 0;
  const scheme = /https?:\/\//iy;
  scheme.lastIndex = start;
  return scheme.exec(text)?.[0].length ?? 0;
}

function entitiesOf(text: string, found: Match): UrlEntity[] {
  const { before, start, hostStart, hostEnd, pathEnd, end } = found;
  const host = text.slice(hostStart, hostEnd);
  const written = hostStart > start;
  const length = end - start;
  const schemeAgain = written ? hostStart - start : 'https://'.length;
  if (!isHost(host) || schemeAgain + length > longest) return [];
  if (written) return shortened(text, start, end);
  if (/[-_./]/.test(before)) return [];
  const plain = plainDomains(host).map((each) => ({
    start: start + each.start,
    length: each.end - each.start,
  }));
  const last = plain.pop();
  if (!last) return [];
  // The path belongs to the last of them, wherever it stands.
  const tail = pathEnd === -1 ? 0 : end - hostEnd;
  return [...plain, { start: last.start, length: last.length + tail }];
}

/** Addresses that X shortened itself end with their short name. */
function shortened(text: string, start: number, end: number): UrlEntity[] {
  const url = text.slice(start, end);
  const own = /^https?:\/\/t\.co\/(?<name>[a-z0-9]+)/i.exec(url);
  if (!own) return [{ start, length: end - start }];
  if ((own.groups?.['name'] ?? '').length > longestShortName) return [];
  const name = own[0].length;
  return [{ start, length: endOfQuery(url, name) }];
}

function isHost(host: string): boolean {
  if (host.startsWith('xn--') && plainDomains(host).length === 0) return false;
  return host.split('.').every((label) => {
    const length = asciiLength(label);
    return length >= 1 && length <= longestLabel;
  });
}
