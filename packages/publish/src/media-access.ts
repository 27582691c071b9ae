import { ConfigurationError, type MediaSource } from '@affiche/core';
import { readFolderFile } from './media/folder-file.ts';

/**
 * Reads media from the working folder or from the draft itself. A draft may come from anybody: neither
 * the rest of the disk nor the web is asked, unless whoever needs that says so.
 */
export async function openLocalMedia(source: MediaSource): Promise<Uint8Array<ArrayBuffer>> {
  if ('path' in source) return readFolderFile(source.path, { folders: ['.'], maxBytes: Infinity });
  if ('base64' in source) return new Uint8Array(Buffer.from(source.base64, 'base64'));
  throw new ConfigurationError('media-address-refused', {
    message: `The media ${source.url} is on the web, and this publisher has no way to fetch it`,
    hint: 'Download it first, or give createPublisher the option "openMedia".',
    details: { url: source.url },
  });
}
