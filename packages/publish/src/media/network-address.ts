import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

// Public by its number, and answered by the host that a virtual machine runs on.
// https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 (2026-11-21)
const platformAddresses = new Set(['168.63.129.16']);

/**
 * Whether an IP address belongs to the internet at large: not to this machine, its local network,
 * a cloud's metadata service, or a range that leads back to one of them (mapped, translated and
 * tunnelled addresses). Text that is no address is not public either.
 *
 * ```ts
 * import { isPublicAddress } from '@affiche/publish/media';
 *
 * isPublicAddress('93.184.215.14'); // => true
 * isPublicAddress('169.254.169.254'); // => false
 * isPublicAddress('::ffff:10.0.0.1'); // => false
 * ```
 *
 * @see {@link https://www.iana.org/assignments/iana-ipv6-special-registry | IANA: special addresses}
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || platformAddresses.has(address.toString())) return false;
  // Beyond 2000::/3 nothing has been given out, so that nobody rightful answers there.
  if (address instanceof ipaddr.IPv6 && !address.match(ipaddr.IPv6.parse('2000::'), 3))
    return false;
  return !isOwnNetwork(address);
}

/** Machines in data centres often have public addresses, and neighbours who trust them. */
function isOwnNetwork(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .some(({ address: own, cidr }) => {
      const [network, length] = ipaddr.parseCIDR(cidr ?? `${own}/${own.includes(':') ? 128 : 32}`);
      const bits = address.kind() === 'ipv4' ? 32 : 128;
      // A tunnel that claims the whole internet does not make it our own network.
      const prefix = length < bits / 4 ? bits : length;
      return network.kind() === address.kind() && address.match(network, prefix);
    });
}
