import { endOfHostName } from '../host-name.ts';
import { topLevelDomains } from '../top-level-domains.ts';

/** Where an address begins and ends in a text, in UTF-16 code units. */
export interface WebAddress {
  readonly start: number;
  readonly end: number;
}

// Beyond this Mastodon makes no link of it.
const longest = 4096;

/**
 * Finds the addresses that Mastodon makes links of: those with `http://` or `https://`, not glued
 * to a word before them, with a registered domain, and without the punctuation of their sentence.
 */
export function findWebAddresses(text: string): WebAddress[] {
  const found: WebAddress[] = [];
  for (const { index, 0: scheme } of text.matchAll(
    /(?<![A-Za-z0-9@＠#＃$\ufffe\ufeff\uffff])https?:\/\//gi,
  )) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const hostEnd = endOfHostName(text, index + scheme.length, topLevelDomains);
    if (hostEnd === undefined) continue;
    const end = endOfPath(text, endOfPort(text, hostEnd));
    if (end - index <= longest) found.push({ start: index, end });
  }
  return found;
}

function endOfPort(text: string, start: number): number {
  const port = /:\d+/y;
  port.lastIndex = start;
  return start + (port.exec(text)?.[0].length ?? 0);
}

/** The end of the path and the query: no white space, brackets in pairs, no punctuation at the end. */
function endOfPath(text: string, start: number): number {
  if (!/[/?]/.test(text.charAt(start))) return start;
  let end = start;
  let open = 0;
  for (let index = start; index < text.length && index - start < longest; index += 1) {
    const character = text.charAt(index);
    if (/[\s<>"「」]/u.test(character)) break;
    if (character === '(') open += 1;
    if (character === ')') {
      if (open === 0) break;
      open -= 1;
    }
    if (open === 0 && !/[!*'?;:,.$%[\]~|@]/.test(character)) end = index + 1;
  }
  return Math.max(end, start);
}
