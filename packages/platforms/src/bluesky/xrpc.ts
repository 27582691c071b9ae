import type { Account, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { isTrustworthy, serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { blueskyErrors } from './errors.ts';
import { blueskyRates } from './rates.ts';

/** A call of one method of the protocol. */
export interface XrpcCall<Body> extends Pick<
  Call<Body>,
  'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The method's name: `com.atproto.repo.putRecord`. */
  readonly method: string;
  /** The media type of `body`. */
  readonly contentType?: string;
  /** Which token to send: the session's, the one that renews it, one of a service, or none. */
  readonly token?: 'access' | 'refresh' | 'none' | { readonly service: string };
  /** Another server than the account's own. */
  readonly origin?: string;
}

/** Calls a method once. Nothing is thrown; see {@link Answer}. */
export async function xrpc<Body>(
  account: Account,
  call: XrpcCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const { method, token = 'access', contentType } = call;
  const secret = typeof token === 'object' ? token.service : tokenOf(token, io);
  if (secret === undefined) return loggedOut();
  const answer = await send(
    {
      ...call,
      method: call.json !== undefined || call.body || isProcedure(method) ? 'post' : 'get',
      url: `${call.origin ?? personalServer(account, io)}/xrpc/${method}`,
      headers: {
        ...(secret !== '' && { authorization: `Bearer ${secret}` }),
        ...(contentType && { 'content-type': contentType }),
      },
    },
    io,
  );
  observe(answer, io);
  return answer;
}

/**
 * Calls a method that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readXrpc<Body>(
  account: Account,
  call: XrpcCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  const answer = await xrpc(account, call, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseXrpc(answer, call.method, io));
}

/** What a failed call means. */
export function diagnoseXrpc(answer: Unanswered, method: string, io: PlatformIo): Diagnosis {
  return diagnose(answer, method, blueskyErrors, io.clock.now());
}

/** Where the account's data lives: the server its session named, or the one people sign in at. */
export function personalServer(account: Account, { credentials }: PlatformIo): string {
  const entrance = serverOrigin(account, 'bsky.social');
  const named = credentials['pds'];
  return named !== undefined && isTrustworthy(named, entrance) ? new URL(named).origin : entrance;
}

function tokenOf(token: 'access' | 'refresh' | 'none', { credentials }: PlatformIo) {
  if (token === 'none') return '';
  return credentials[token === 'access' ? 'accessJwt' : 'refreshJwt'] || undefined;
}

/** What the server would say to a request without a token; asking it would only cost budget. */
function loggedOut(): Unanswered {
  return {
    outcome: 'refused',
    status: 401,
    headers: new Headers(),
    body: { error: 'AuthMissing', message: 'there is no session yet' },
  };
}

function isProcedure(method: string): boolean {
  return /\.(?:create|refresh|put|delete|upload)[A-Z]/.test(method);
}

function observe(answer: Answer<unknown>, io: PlatformIo): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const refused = answer.status === 429;
  const said = readRateHeaders(answer.headers, io.clock.now());
  if (!said && !refused) return;
  // An answer shows the budget that is nearest its end, and only its size tells which one that is.
  const bucket = blueskyRates.find(
    ({ points, windowSeconds }) =>
      points === said?.limit && windowSeconds === (said.windowSeconds ?? windowSeconds),
  )?.bucket;
  io.observeRate({ bucket: bucket ?? '*', refused, ...said });
}
