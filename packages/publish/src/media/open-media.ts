import { ConfigurationError, type MediaSource } from '@affiche/core';
import { fetchMedia } from './fetch-media.ts';
import { readFolderFile } from './folder-file.ts';
import { mediaHash } from './media-hash.ts';
import { mediaTooLarge } from './media-refusal.ts';

/** From where media may be read, and how much of it. */
export interface OpenMediaOptions {
  /**
   * Folders whose files may be read, at any depth. Links that lead out of them are refused.
   *
   * @defaultValue none
   */
  readonly folders?: readonly string[];
  /**
   * Whether files may be fetched over https from the public internet.
   *
   * @defaultValue false
   */
  readonly web?: boolean;
  /**
   * Origins of one's own that may be fetched from although they lie in the host's own network, or
   * speak plain HTTP: `http://images.internal:8080`. They need no `web`.
   *
   * @defaultValue none
   */
  readonly trustedOrigins?: readonly string[];
  /**
   * The most that one file may weigh, in bytes. It is held in memory.
   *
   * @defaultValue 100,000,000
   */
  readonly maxBytes?: number;
  /**
   * How long fetching one file may take from the look-up to the last byte, in seconds.
   *
   * @defaultValue 60
   */
  readonly timeoutSeconds?: number;
  /**
   * Whether a network has refused these bytes for good, by their {@link mediaHash}: then they are not
   * opened, and so not sent, again.
   */
  readonly isRejected?: (hash: string) => boolean | Promise<boolean>;
  /**
   * Finds the IP addresses of a host name.
   *
   * @defaultValue the system's resolver
   */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  readonly signal?: AbortSignal;
}

/**
 * A way to read media that gives nothing away: files only inside allowed folders; addresses only on
 * the public internet, each looked up once, checked and then connected to, redirects included.
 * Base64 is always read. Made for `createPublisher({ openMedia })` and `probeMedia`.
 *
 * ```ts
 * import { openMedia } from '@affiche/publish/media';
 *
 * const open = openMedia({ folders: ['media'], web: true });
 * const refused = await open({ url: 'https://169.254.169.254/' }).catch(({ code }) => code);
 * refused; // => 'media-address-refused'
 * (await open({ base64: 'R0lG' })).length; // => 3
 * ```
 *
 * @throws ConfigurationError `media-path-refused`, `media-address-refused`, `media-too-large`,
 * `media-rejected-before`; StorageError `media-unreadable`; PlatformError `media-unreachable`.
 */
export function openMedia(
  options: OpenMediaOptions = {},
): (source: MediaSource) => Promise<Uint8Array<ArrayBuffer>> {
  return async (source) => {
    const bytes = await read(source, options);
    const hash = mediaHash(bytes);
    if (!(await options.isRejected?.(hash))) return bytes;
    throw new ConfigurationError('media-rejected-before', {
      message: `The media with the SHA-256 ${hash} was refused before, and is not sent again`,
      hint: 'Change the file: convert it, crop it or make it smaller.',
      details: { hash },
    });
  };
}

async function read(
  source: MediaSource,
  {
    folders = [],
    web = false,
    trustedOrigins = [],
    maxBytes = 100_000_000,
    timeoutSeconds = 60,
    ...rest
  }: OpenMediaOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  if ('path' in source) return readFolderFile(source.path, { folders, maxBytes });
  if ('base64' in source) {
    const size = Math.floor((source.base64.length * 3) / 4);
    if (size > maxBytes + 2) throw mediaTooLarge('in the draft', size, maxBytes);
    return new Uint8Array(Buffer.from(source.base64, 'base64'));
  }
  const { origin } = new URL(source.url);
  if (web || trustedOrigins.some((each) => URL.parse(each)?.origin === origin)) {
    return fetchMedia(source.url, { trustedOrigins, maxBytes, timeoutSeconds, ...rest });
  }
  throw new ConfigurationError('media-address-refused', {
    message: `The media at ${origin} is on the web, and fetching from there is not allowed`,
    hint: 'Set "web", or add the origin to "trustedOrigins" if it is your own.',
    details: { origin },
  });
}
