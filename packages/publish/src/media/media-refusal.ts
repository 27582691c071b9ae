import { ConfigurationError, type Failure, PlatformError } from '@affiche/core';

/** The file is larger than whoever opens media allows. */
export function mediaTooLarge(name: string, bytes: number, limit: number): ConfigurationError {
  return new ConfigurationError('media-too-large', {
    message: `The media ${name} has ${bytes} bytes or more, over the limit of ${limit}`,
    hint: 'Make it smaller, or raise "maxBytes".',
    details: { bytes, limit },
  });
}

/** An address that must not be asked, or an answer that must not be used. */
export function addressRefused(url: URL, why: string): ConfigurationError {
  return new ConfigurationError('media-address-refused', {
    message: `The media address ${nameOf(url)} is refused: ${why}`,
    hint: 'Use a public https address, or name its origin in "trustedOrigins" if it is your own.',
    details: { address: nameOf(url), why },
  });
}

/** The server did not give the file, this time at least. */
export function mediaUnreachable(url: URL, why: string, status?: number): PlatformError {
  const isGone = status === 404 || status === 410;
  const failure: Failure = {
    kind: isGone ? 'gone' : 'transient',
    message: why,
    ...(status === undefined ? {} : { status }),
  };
  return new PlatformError('media-unreachable', {
    message: `The media at ${nameOf(url)} could not be fetched: ${why}`,
    hint: isGone ? 'The file is no longer there.' : 'Try again later, or download the file first.',
    details: { failure },
  });
}

/** What broke on the way: only its code is told, for the rest names addresses and ports. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A query may carry a signature that opens the file; a path is needed to find the mistake. */
export function nameOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
