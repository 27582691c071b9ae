import { lookup as lookUp } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { addressRefused, codeOf, mediaUnreachable } from './media-refusal.ts';
import { isPublicAddress } from './network-address.ts';

/** Which addresses may be asked. */
export interface AddressRules {
  /** Origins that may lie inside our own network, or speak plain HTTP. */
  readonly trustedOrigins: readonly string[];
  /** Finds the IP addresses of a host name. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  readonly signal?: AbortSignal;
}

/**
 * The IP addresses under which a URL may be asked. They are looked up once, checked, and connected
 * to: a name that answers differently a moment later changes nothing.
 */
export async function admitAddress(
  url: URL,
  { trustedOrigins, resolve = resolveByDns, signal }: AddressRules,
): Promise<readonly string[]> {
  const isTrusted = trustedOrigins.some((origin) => URL.parse(origin)?.origin === url.origin);
  if (url.username !== '' || url.password !== '') {
    throw addressRefused(new URL(`${url.origin}${url.pathname}`), 'it carries a user name');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isTrusted)) {
    throw addressRefused(url, 'only https is fetched');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await within(resolve(host), url, signal);
  if (addresses.length === 0) throw mediaUnreachable(url, 'the host has no address');
  // One private address among public ones is how an attacker has us try both.
  const isAdmitted = isTrusted || addresses.every(isPublicAddress);
  if (!isAdmitted) throw addressRefused(url, 'its host is not on the public internet');
  return addresses;
}

/** A look-up for a connection that gives the addresses that were checked, and no others. */
export function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, callback) => {
    const [first] = found;
    if (all) return callback(null, [...found]);
    return callback(null, first?.address ?? '', first?.family);
  };
}

async function resolveByDns(hostname: string): Promise<readonly string[]> {
  const found = await lookUp(hostname, { all: true });
  return found.map(({ address }) => address);
}

/** The system's resolver knows no time limit. */
async function within(
  looking: Promise<readonly string[]>,
  url: URL,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  signal?.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const abort = () => stop.reject(signal?.reason as Error);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([looking, stop.promise]);
  } catch (error) {
    signal?.throwIfAborted();
    throw mediaUnreachable(url, `its host cannot be found (${codeOf(error)})`);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
