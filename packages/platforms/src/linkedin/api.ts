import type { Account, FailureKind, PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { linkedInErrors } from './errors.ts';

/** What every call needs to know. */
export interface LinkedIn {
  /** The version to speak: `202609`. */
  readonly version: string;
}

/** A call of one endpoint. */
export interface LinkedInCall<Body> extends Pick<
  Call<Body>,
  'method' | 'json' | 'answer' | 'timeoutSeconds'
> {
  /** The path with ids filled in, and with its query: Rest.li wants brackets as they are. */
  readonly path: string;
  /** The path as the error table knows it: `/rest/posts/:id`. */
  readonly endpoint?: string;
  /** The rate budget that the call belongs to. */
  readonly bucket?: string;
  /** Whether it asks for a list by a named question. */
  readonly finder?: boolean;
  /** Whether it changes a part of something. */
  readonly partialUpdate?: boolean;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callLinkedIn<Body>(
  account: Account,
  call: LinkedInCall<Body>,
  io: PlatformIo,
  { version }: LinkedIn,
): Promise<Answer<Body>> {
  const method = call.finder ? 'FINDER' : call.partialUpdate ? 'PARTIAL_UPDATE' : undefined;
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, 'api.linkedin.com')}${call.path}`,
      headers: {
        authorization: `Bearer ${io.credentials['accessToken'] ?? ''}`,
        'linkedin-version': version,
        'x-restli-protocol-version': '2.0.0',
        ...(method !== undefined && { 'x-restli-method': method }),
      },
    },
    io,
  );
  // No answer speaks of a budget, so that a refusal is all there is to learn. One that names a moment
  // may be about the servers' own troubles, and then it is meant for every call.
  if (answer.outcome === 'refused' && answer.status === 429) {
    const said = readRateHeaders(answer.headers, io.clock.now());
    io.observeRate({ bucket: said ? '*' : (call.bucket ?? 'requests'), refused: true, ...said });
  }
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readLinkedIn<Body>(
  account: Account,
  call: LinkedInCall<Body>,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Body> {
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseLinkedIn(answer, call, io));
}

/**
 * Calls an endpoint that not everybody may ask: what it answers, or of which of these kinds it was
 * refused.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it fails in another way.
 */
export async function readUnless<Body>(
  kinds: readonly FailureKind[],
  account: Account,
  call: LinkedInCall<Body>,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Body | FailureKind> {
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome === 'answered') return answer.body;
  const diagnosis = diagnoseLinkedIn(answer, call, io);
  const { kind } = diagnosis.failure;
  if (kinds.includes(kind)) return kind;
  throw platformError(diagnosis);
}

/** What a failed call means. */
export function diagnoseLinkedIn(
  answer: Unanswered,
  { method, path, endpoint = path }: Pick<LinkedInCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const now = io.clock.now();
  return diagnose(answer, `${method.toUpperCase()} ${endpoint}`, linkedInErrors(now), now);
}

/** Writes a URN as a part of a path or of a list: with its brackets escaped, as Rest.li wants it. */
export function encodeUrn(urn: string): string {
  return encodeURIComponent(urn.toWellFormed()).replaceAll('(', '%28').replaceAll(')', '%29');
}
