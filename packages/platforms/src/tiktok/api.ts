import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { tiktokErrors } from './errors.ts';

/** A call of one endpoint. */
export interface TikTokCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'answer' | 'timeoutSeconds'
> {
  /** The path, which is the endpoint's name too: `/v2/video/list/`. */
  readonly path: string;
  /** The rate budget that the call belongs to. */
  readonly bucket: 'requests' | 'inits' | 'status' | 'info';
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callTikTok<Body>(
  account: Account,
  { path, bucket, ...call }: TikTokCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, 'open.tiktokapis.com')}${path}`,
      headers: { authorization: `Bearer ${io.credentials['accessToken'] ?? ''}` },
    },
    io,
  );
  // No answer speaks of a budget, so that a refusal is all there is to learn.
  if (answer.outcome === 'refused' && answer.status === 429) {
    io.observeRate({ bucket, refused: true, ...readRateHeaders(answer.headers, io.clock.now()) });
  }
  return answer;
}

/**
 * Calls an endpoint that only reads, whatever its method is.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readTikTok<Body>(
  account: Account,
  call: TikTokCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await callTikTok(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseTikTok(answer, call, io));
}

/** What a failed call means. */
export function diagnoseTikTok(
  answer: Unanswered,
  { method, path }: Pick<TikTokCall<unknown>, 'method' | 'path'>,
  io: PlatformIo,
): Diagnosis {
  return diagnose(answer, `${method.toUpperCase()} ${path}`, tiktokErrors, io.clock.now());
}
