import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { platformError } from '../step-result.ts';
import { pinterestErrors } from './errors.ts';
import { readPinterestRates } from './rates.ts';

/** A call of one endpoint. */
export interface PinterestCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'answer' | 'timeoutSeconds'
> {
  /** The path after the version, with ids filled in: `/pins/42`. */
  readonly path: string;
  /** The path as the error table knows it: `/pins/:pin`. */
  readonly endpoint?: string;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callPinterest<Body>(
  account: Account,
  { path, ...call }: PinterestCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, 'api.pinterest.com')}/v5${path}`,
      headers: { authorization: `Bearer ${io.credentials['accessToken'] ?? ''}` },
    },
    io,
  );
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return answer;
  const bucket = call.method === 'get' ? 'requests' : 'writes';
  const said = readPinterestRates(answer.headers, {
    bucket,
    refused: answer.status === 429,
    now: io.clock.now(),
  });
  if (said) io.observeRate(said);
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readPinterest<Body>(
  account: Account,
  call: Omit<PinterestCall<Body>, 'method' | 'timeoutSeconds'>,
  io: PlatformIo,
): Promise<Body> {
  const whole = { ...call, method: 'get', timeoutSeconds: 30 } as const;
  const answer = await callPinterest(account, whole, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnosePinterest(answer, whole, io));
}

/** What a failed call means. */
export function diagnosePinterest(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<PinterestCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  return diagnose(answer, `${method.toUpperCase()} ${endpoint}`, pinterestErrors, io.clock.now());
}
