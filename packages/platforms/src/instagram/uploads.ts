import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { uploadToAddress } from '../meta/upload-address.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { isLoopback, serverOrigin } from '../origin.ts';
import { type Instagram, instagramNetwork } from './api.ts';
import type { ContainerRequest } from './requests.ts';

const uploadHost = 'rupload.facebook.com';

/** Where the file of a container goes, where the network does not say. */
export function uploadAddress(account: Account, id: string, { version }: Instagram): string {
  const origin = serverOrigin(account, uploadHost);
  const host = isLoopback(new URL(origin).hostname) ? origin : `https://${uploadHost}`;
  return `${host}/ig-api-upload/${version}/${encodeURIComponent(id)}`;
}

/**
 * Sends a film as a whole. Nothing is returned where it arrived.
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads | Meta: resumable uploads} (2026-11-21)
 */
export async function sendFile(
  account: Account,
  file: NonNullable<ContainerRequest['file']>,
  { uri, timeoutSeconds }: { readonly uri: string; readonly timeoutSeconds: number },
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult | undefined> {
  const bytes = await openMediaBytes(file, io);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const upload = { address: uri, file: { bytes, offset: 0 }, timeoutSeconds };
  const network = instagramNetwork(account, instagram);
  const ended = await uploadToAddress(network, account, upload, io);
  return 'sent' in ended ? undefined : ended;
}
