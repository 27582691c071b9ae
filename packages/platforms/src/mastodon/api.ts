import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { mastodonErrors } from './errors.ts';

/** A call of one endpoint. */
export interface ApiCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path, with ids filled in: `/api/v1/statuses/42`. */
  readonly path: string;
  /** The path as the error table knows it, where ids are filled in: `/api/v1/statuses/:id`. */
  readonly endpoint?: string;
  /** The rate budget that the answer's headers speak of. */
  readonly bucket?: 'requests' | 'media' | 'deletes';
  readonly idempotencyKey?: string;
  /** Whether to leave the token out, where nobody asks for it. */
  readonly anonymous?: boolean;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function api<Body>(
  account: Account,
  call: ApiCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const { accessToken } = io.credentials;
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account)}${call.path}`,
      headers: {
        ...(accessToken && !call.anonymous && { authorization: `Bearer ${accessToken}` }),
        ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      },
    },
    io,
  );
  observe(answer, call.bucket ?? 'requests', io);
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readApi<Body>(
  account: Account,
  call: ApiCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await api(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseApi(answer, call, io));
}

/** What a failed call means. */
export function diagnoseApi(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<ApiCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const name = `${method.toUpperCase()} ${endpoint}`;
  return diagnose(answer, name, mastodonErrors, io.clock.now());
}

function observe(answer: Answer<unknown>, bucket: string, io: PlatformIo): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const refused = answer.status === 429;
  const said = readRateHeaders(answer.headers, io.clock.now());
  if (said || refused) io.observeRate({ bucket, refused, ...said });
}
