import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { failed, platformError } from '../step-result.ts';
import { xErrors } from './errors.ts';

/** A call of one endpoint. */
export interface XCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path, with ids filled in: `/2/tweets/42`. */
  readonly path: string;
  /** The path as the error table knows it: `/2/tweets/:id`. */
  readonly endpoint?: string;
  /** The rate budget that the answer's headers speak of; without it they are not learnt from. */
  readonly bucket?: string;
  /** Another `Authorization` than the account's token; an empty one for none. */
  readonly authorization?: string;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callX<Body>(
  account: Account,
  call: XCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const { authorization = `Bearer ${io.credentials['accessToken'] ?? ''}` } = call;
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, 'api.x.com')}${call.path}`,
      headers: authorization === '' ? {} : { authorization },
    },
    io,
  );
  observe(answer, call.bucket, io);
  return answer;
}

/**
 * Calls an endpoint whose answer decides nothing: one that reads, or that may be called twice.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readX<Body>(
  account: Account,
  call: XCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await callX(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseX(answer, call, io));
}

/** Calls an endpoint that changes something: what it made, or how it failed, as the end of a step. */
export async function changeX<Body>(
  account: Account,
  call: XCall<Body>,
  io: PlatformIo,
  use: (body: Body) => StepResult,
): Promise<StepResult> {
  const answer = await callX(account, call, io);
  return answer.outcome === 'answered' ? use(answer.body) : failed(diagnoseX(answer, call, io));
}

/** What a failed call means. */
export function diagnoseX(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<XCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  return diagnose(answer, `${method.toUpperCase()} ${endpoint}`, xErrors, io.clock.now());
}

function observe(answer: Answer<unknown>, bucket: string | undefined, io: PlatformIo): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const refused = answer.status === 429;
  const said = readRateHeaders(answer.headers, io.clock.now());
  // Every endpoint has a budget of its own, so that headers mean nothing without its name.
  if (bucket !== undefined && (said || refused)) io.observeRate({ bucket, refused, ...said });
}
