import type { MediaSource } from '@affiche/core';

/** The setting of an adapter whose network fetches files itself. */
export interface PublicMedia {
  /**
   * Where the world finds a file: the network fetches it from there, and takes no bytes.
   *
   * @defaultValue the address of a source that has one
   */
  readonly mediaUrl?: (source: MediaSource) => string | undefined;
}

/** The address from which a network fetches a file, if there is one that it could reach. */
export function publicAddress(source: MediaSource, { mediaUrl }: PublicMedia): string | undefined {
  const address = mediaUrl?.(source) ?? ('url' in source ? source.url : undefined);
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
