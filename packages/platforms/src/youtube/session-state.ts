import type { Account, PlatformIo } from '@affiche/core';
import { type Answer, send } from '../http.ts';
import { isLoopback, isTrustworthy } from '../origin.ts';
import { youtubeOrigin } from './api.ts';
import { Made } from './wire.ts';

/** Where a session stands. */
export type SessionState =
  | { readonly state: 'finished'; readonly id: string }
  /** YouTube has the bytes before this offset. */
  | { readonly state: 'open'; readonly next: number }
  | { readonly state: 'gone' }
  | {
      readonly state: 'unknown';
      readonly answer: Exclude<Answer<unknown>, { outcome: 'answered' }>;
    };

/** What goes to a session: bytes from an offset, or nothing, to ask where it stands. */
export interface Portion {
  readonly url: string;
  readonly size: number;
  readonly first?: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly timeoutSeconds: number;
}

/** Sends bytes to a session, or asks it where it stands. */
export async function putToSession(
  account: Account,
  { url, size, first = 0, bytes, timeoutSeconds }: Portion,
  io: PlatformIo,
): Promise<SessionState> {
  const range = bytes && bytes.length > 0 ? `${first}-${first + bytes.length - 1}` : '*';
  const answer = await send(
    {
      method: 'put',
      url,
      headers: {
        'content-range': `bytes ${range}/${size}`,
        ...(isOwn(url) && { authorization: `Bearer ${io.credentials['accessToken'] ?? ''}` }),
      },
      ...(bytes && { body: bytes }),
      answer: Made,
      timeoutSeconds,
    },
    io,
  );
  if (answer.outcome === 'answered') return { state: 'finished', id: answer.body.id };
  if (answer.outcome !== 'refused') return { state: 'unknown', answer };
  if (answer.status === 308) {
    const last = /^bytes=0-(?<last>\d+)$/.exec(answer.headers.get('range') ?? '')?.groups?.['last'];
    return { state: 'open', next: last === undefined ? 0 : Number(last) + 1 };
  }
  return answer.status === 404 || answer.status === 410
    ? { state: 'gone' }
    : { state: 'unknown', answer };
}

/** Whether bytes may go to an address that an answer named. */
export function isSafe(url: string, account: Account): boolean {
  return isTrustworthy(url, youtubeOrigin(account));
}

/** Whether the token may be shown to the host of a session. */
function isOwn(url: string): boolean {
  const { hostname } = new URL(url);
  return isLoopback(hostname) || /(?:^|\.)googleapis\.com$/.test(hostname);
}
