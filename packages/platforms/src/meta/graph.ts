import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose, type ErrorTable } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { budgetCodes, GraphError } from './graph-error.ts';
import { secretProof } from './secret-proof.ts';
import { readUsage } from './usage.ts';

/** What makes one of Meta's networks different from the others. */
export interface GraphNetwork {
  /** Where its interface is: `graph.facebook.com`. */
  readonly host: string;
  readonly errors: ErrorTable;
  /** The size that its manifest gives the bucket `requests`, of which headers say percentages. */
  readonly requestPoints: number;
}

/** A call of one endpoint. */
export interface GraphCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'answer' | 'timeoutSeconds'
> {
  /** The path after the version, with ids filled in: `/42/feed`. */
  readonly path: string;
  /** The path as the error table knows it: `/:page/feed`. */
  readonly endpoint?: string;
  /** What a form holds; text is sent as an ordinary form. */
  readonly form?: Readonly<Record<string, string>> | FormData;
  /** The version of the interface: `v25.0`; empty for endpoints that have none. */
  readonly version: string;
  /**
   * Whose request it is; empty for nobody's.
   *
   * @defaultValue the credentials' accessToken
   */
  readonly token?: string;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callGraph<Body>(
  network: GraphNetwork,
  account: Account,
  { path, form, version, token, search, ...call }: GraphCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const { accessToken = '', clientSecret } = io.credentials;
  const bearer = token ?? accessToken;
  const proof = clientSecret && bearer && (await secretProof(clientSecret, bearer));
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, network.host)}${version && `/${version}`}${path}`,
      ...(token !== '' && { headers: { authorization: `Bearer ${bearer}` } }),
      search: { ...search, ...(proof && { appsecret_proof: proof }) },
      ...(form && { body: form instanceof FormData ? form : new URLSearchParams(form) }),
    },
    io,
  );
  observe(network, answer, io);
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readGraph<Body>(
  network: GraphNetwork,
  account: Account,
  call: GraphCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await callGraph(network, account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseGraph(network, answer, call, io));
}

/** What a failed call means. */
export function diagnoseGraph(
  { errors }: GraphNetwork,
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<GraphCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const name = `${method.toUpperCase()} ${endpoint}`;
  const diagnosis = diagnose(answer, name, errors, io.clock.now());
  const { failure } = diagnosis;
  const body = answer.outcome === 'refused' ? GraphError.safeParse(answer.body).data : undefined;
  if (!body?.error.is_transient || !['invalid', 'unknown'].includes(failure.kind)) return diagnosis;
  return { absent: false, failure: { ...failure, kind: 'transient' } };
}

function observe(
  { errors, requestPoints }: GraphNetwork,
  answer: Answer<unknown>,
  io: PlatformIo,
): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const now = io.clock.now();
  const said = {
    ...readRateHeaders(answer.headers, now),
    ...readUsage(answer.headers, { points: requestPoints, now }),
  };
  const { code = '' } = answer.outcome === 'refused' ? errors.read(answer.body) : {};
  const refused = answer.status === 429 || budgetCodes.includes(code);
  if (refused || Object.keys(said).length > 0) {
    io.observeRate({ bucket: 'requests', ...said, refused });
  }
}
