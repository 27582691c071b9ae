import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { send } from '../http.ts';
import { isLoopback, isTrustworthy, serverOrigin } from '../origin.ts';
import { failed, refused } from '../step-result.ts';
import { diagnoseGraph, type GraphNetwork } from './graph.ts';
import { Nothing } from './wire.ts';

/** A file, and the address that the server gave for it. */
interface AddressedUpload {
  readonly address: string;
  readonly file:
    | {
        readonly bytes: Uint8Array<ArrayBuffer>;
        /** How many of them the server has already. */
        readonly offset: number;
      }
    /** Where the server finds it. */
    | { readonly url: string };
  readonly timeoutSeconds: number;
}

/**
 * Sends the bytes that are missing to the address that Meta gave for them, or says there where it finds
 * them, in one request; the way it ended where that did not work.
 *
 * @see {@link https://developers.facebook.com/docs/video-api/guides/reels-publishing | Meta: reels publishing} (2026-11-21)
 */
export async function uploadToAddress(
  network: GraphNetwork,
  account: Account,
  { address, file, timeoutSeconds }: AddressedUpload,
  io: PlatformIo,
): Promise<StepResult | { readonly sent: true }> {
  if (!isTrustworthy(address, serverOrigin(account, network.host)) || !isMeta(address)) {
    return refused(
      'The server wants the file at an address that is not Meta’s',
      'See whether account.host is the server that you mean.',
    );
  }
  const answer = await send(
    {
      method: 'post',
      url: address,
      headers: {
        authorization: `OAuth ${io.credentials['accessToken'] ?? ''}`,
        ...('url' in file
          ? { file_url: file.url }
          : {
              offset: String(file.offset),
              file_size: String(file.bytes.byteLength),
              'content-type': 'application/octet-stream',
            }),
      },
      ...('bytes' in file && { body: file.bytes.slice(file.offset) }),
      answer: Nothing,
      timeoutSeconds,
    },
    io,
  );
  if (answer.outcome === 'answered') return { sent: true };
  return failed(diagnoseGraph(network, answer, { method: 'post', path: '/video-upload' }, io));
}

/** Whether the token may be shown to a host. */
function isMeta(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    isLoopback(hostname) || /(?:^|\.)(?:facebook|instagram|threads)\.(?:com|net)$/.test(hostname)
  );
}
