import type { MediaSource } from '@affiche/core';
import type { ThreadsSettings } from './settings.ts';

/** The address from which Threads fetches a file, if there is one that it could reach. */
export function publicUrl(source: MediaSource, { mediaUrl }: ThreadsSettings): string | undefined {
  const address = mediaUrl?.(source) ?? ('url' in source ? source.url : undefined);
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
