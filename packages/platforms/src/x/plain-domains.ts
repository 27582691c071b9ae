import { endOfTopLevel } from '../host-name.ts';
import { topLevelDomains } from './top-level-domains.ts';
import { latinLetters } from './url-tail.ts';

/** Where a host name begins and ends inside another. */
export interface PlainDomain {
  readonly start: number;
  readonly end: number;
}

const plainLabels = new RegExp(
  `[-a-z0-9${latinLetters}]+(?:\\.[-a-z0-9${latinLetters}]+)*\\.?`,
  'gi',
);

/**
 * The names in a host name that are written in Latin letters: all that X links where nobody wrote
 * `https://`, because other scripts do not put spaces around them.
 */
export function plainDomains(host: string): PlainDomain[] {
  const found: PlainDomain[] = [];
  let read = 0;
  for (const { 0: run, index } of host.matchAll(plainLabels)) {
    if (index < read) continue;
    const end = lastTopLevel(host, run, index);
    if (end === undefined) continue;
    read = end;
    // X looks the name up again, and takes the first place where it reads so.
    const start = host.indexOf(host.slice(index, end), found.at(-1)?.end ?? 0);
    found.push({ start, end: start + end - index });
  }
  return found;
}

function lastTopLevel(host: string, run: string, start: number): number | undefined {
  for (let dot = run.lastIndexOf('.'); dot > 0; dot = run.lastIndexOf('.', dot - 1)) {
    const next = start + dot + 1;
    const label = host.slice(next).split('.', 1)[0] ?? '';
    const end = endOfTopLevel(host, next, label, topLevelDomains);
    if (end !== undefined) return end;
  }
  return undefined;
}
