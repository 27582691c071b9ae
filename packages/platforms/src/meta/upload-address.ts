import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { send } from '../http.ts';
import { isLoopback, isTrustworthy, serverOrigin } from '../origin.ts';
import { failed, refused } from '../step-result.ts';
import { diagnoseGraph, type GraphNetwork } from './graph.ts';
import { Nothing } from './wire.ts';

/** Bytes, and the address that the server gave for them. */
interface AddressedUpload {
  readonly address: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of them the server has already. */
  readonly offset: number;
  readonly timeoutSeconds: number;
}

/**
 * Sends the bytes that are missing to the address that Meta gave for them, in one request; the way
 * it ended where that did not work.
 *
 * @see {@link https://developers.facebook.com/docs/video-api/guides/reels-publishing | Meta: reels publishing} (2026-11-21)
 */
export async function uploadToAddress(
  network: GraphNetwork,
  account: Account,
  { address, bytes, offset, timeoutSeconds }: AddressedUpload,
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
        offset: String(offset),
        file_size: String(bytes.byteLength),
        'content-type': 'application/octet-stream',
      },
      body: bytes.slice(offset),
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
