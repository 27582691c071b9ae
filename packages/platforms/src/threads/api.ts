import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { secretProof } from './secret-proof.ts';
import { budgets, GraphError, threadsErrors } from './errors.ts';
import { requestPoints } from './rates.ts';
import { readUsage } from './usage.ts';

/** A call of one endpoint. */
export interface ThreadsCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'answer' | 'timeoutSeconds'
> {
  /** The path after the version, with ids filled in: `/42/threads`. */
  readonly path: string;
  /** The path as the error table knows it: `/:user/threads`. */
  readonly endpoint?: string;
  /** What a form holds. */
  readonly form?: Readonly<Record<string, string>>;
  /**
   * The version of the interface; empty for the endpoints of tokens, which have none.
   *
   * @defaultValue 'v1.0'
   */
  readonly version?: string | undefined;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callThreads<Body>(
  account: Account,
  { path, form, version = 'v1.0', search, ...call }: ThreadsCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const { accessToken = '', clientSecret } = io.credentials;
  const proof = clientSecret && version !== '' && (await secretProof(clientSecret, accessToken));
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, 'graph.threads.net')}${version && `/${version}`}${path}`,
      ...(version !== '' && { headers: { authorization: `Bearer ${accessToken}` } }),
      search: { ...search, ...(proof && { appsecret_proof: proof }) },
      ...(form && { body: new URLSearchParams(form) }),
    },
    io,
  );
  observe(answer, io);
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readThreads<Body>(
  account: Account,
  call: ThreadsCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await callThreads(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseThreads(answer, call, io));
}

/** What a failed call means. */
export function diagnoseThreads(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<ThreadsCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const name = `${method.toUpperCase()} ${endpoint}`;
  const diagnosis = diagnose(answer, name, threadsErrors, io.clock.now());
  const { failure } = diagnosis;
  const body = answer.outcome === 'refused' ? GraphError.safeParse(answer.body).data : undefined;
  if (!body?.error.is_transient || !['invalid', 'unknown'].includes(failure.kind)) return diagnosis;
  return { absent: false, failure: { ...failure, kind: 'transient' } };
}

function observe(answer: Answer<unknown>, io: PlatformIo): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const now = io.clock.now();
  const said = {
    ...readRateHeaders(answer.headers, now),
    ...readUsage(answer.headers, { points: requestPoints, now }),
  };
  const { code = '' } = answer.outcome === 'refused' ? threadsErrors.read(answer.body) : {};
  const refused = answer.status === 429 || budgets.includes(code);
  if (refused || Object.keys(said).length > 0) {
    io.observeRate({ bucket: 'requests', ...said, refused });
  }
}
