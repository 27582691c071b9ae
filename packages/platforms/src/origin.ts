import { type Account, ConfigurationError } from '@affiche/core';

/**
 * The origin of an account's server: `https`, or `http` where the host is this very machine,
 * so that nothing secret ever travels in the clear.
 *
 * @throws ConfigurationError `invalid-host` when the host is missing or no host name.
 */
export function serverOrigin({ platform, id, host }: Account, defaultHost?: string): string {
  const name = host ?? defaultHost;
  const url =
    name !== undefined && /^[^/?#@\\\s]+$/.test(name) ? URL.parse(`http://${name}`) : null;
  if (!url) {
    throw new ConfigurationError('invalid-host', {
      message: `The ${platform} account "${id}" has ${name === undefined ? 'no host' : `the host "${name}"`}, where a server's name is needed`,
      hint: 'Set account.host to the name of the server alone, such as mastodon.social.',
      details: { platform, host: name },
    });
  }
  return isLoopback(url.hostname) ? url.origin : `https://${name}`;
}

/**
 * Whether requests that carry secrets may go to a URL that an answer named:
 * `https`, or this machine when we were talking to this machine already.
 */
export function isTrustworthy(candidate: string, origin: string): boolean {
  const url = URL.parse(candidate);
  if (!url || url.username !== '' || url.password !== '') return false;
  const local = isLoopback(url.hostname);
  return local ? isLoopback(new URL(origin).hostname) : url.protocol === 'https:';
}

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
