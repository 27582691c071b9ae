import domains from 'tlds' with { type: 'json' };
import { foldCase } from './host-name.ts';

const known: ReadonlySet<string> = new Set(domains);

/**
 * Whether a name ends in a registered top-level domain. Case matters, as it does to the networks.
 *
 * @see {@link https://data.iana.org/TLD/tlds-alpha-by-domain.txt | IANA, top-level domains}
 */
export function hasTopLevelDomain(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot !== -1 && known.has(name.slice(dot + 1));
}

/** Every registered top-level domain, in folded case. */
export const topLevelDomains: ReadonlySet<string> = new Set(domains.map(foldCase));
