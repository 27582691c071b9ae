import { readFile } from 'node:fs/promises';
import { ConfigurationError, type MediaSource } from '@affiche/core';

/** Reads media from the disk or from the draft itself. The web is not asked: whoever needs it says how. */
export async function openLocalMedia(source: MediaSource): Promise<Uint8Array<ArrayBuffer>> {
  if ('path' in source) return new Uint8Array(await readFile(source.path));
  if ('base64' in source) return new Uint8Array(Buffer.from(source.base64, 'base64'));
  throw new ConfigurationError('media-address-refused', {
    message: `The media ${source.url} is on the web, and this publisher has no way to fetch it`,
    hint: 'Download it first, or give createPublisher the option "openMedia".',
    details: { url: source.url },
  });
}
