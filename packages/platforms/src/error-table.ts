import {
  epochMilliseconds,
  type Failure,
  type FailureKind,
  type Instant,
  instant,
  type Json,
  redact,
} from '@affiche/core';
import type { Unanswered } from './http.ts';
import { readRateHeaders } from './rate-headers.ts';

/** A refusal that an adapter knows, and what it means. The first row that fits decides. */
export interface ErrorRow {
  /** The endpoint, or several; any, when left out. */
  readonly endpoint?: string | readonly string[];
  readonly status?: number | readonly number[];
  /** The platform's own code, where it has codes. */
  readonly code?: string | readonly string[];
  /** What the words must match. */
  readonly message?: RegExp;
  readonly kind: FailureKind;
  /**
   * Whether this answer proves that nothing was made. Only for an endpoint and code whose order of
   * work is known: a refusal that comes after the work is done looks just the same.
   */
  readonly absence?: boolean;
  /** How to mend it. */
  readonly hint?: string;
}

/** What an adapter's errors look like and mean. */
export interface ErrorTable {
  /** Finds the platform's own code and words in the body of a refusal. */
  readonly read: (body: unknown) => { readonly code?: string; readonly message?: string };
  readonly rows: readonly ErrorRow[];
  /** For how many seconds to stay away after a 429 that does not say. */
  readonly patienceSeconds: number;
}

/** A failure, and whether it proves that nothing was made. */
export interface Diagnosis {
  readonly failure: Failure;
  readonly absent: boolean;
}

/**
 * Says what a failed call means, by the adapter's table.
 *
 * @param now - Milliseconds since the epoch, for "try again in so many seconds".
 */
export function diagnose(
  answer: Unanswered,
  endpoint: string,
  table: ErrorTable,
  now: number,
): Diagnosis {
  if (answer.outcome === 'refused') return diagnoseRefusal(answer, endpoint, table, now);
  if (answer.outcome === 'not-sent') {
    const message = `${endpoint} was not sent: ${answer.why}`;
    return { absent: true, failure: { kind: 'not-sent', message } };
  }
  const message =
    answer.outcome === 'lost'
      ? `${endpoint} was sent, and then: ${answer.why}`
      : `${endpoint} answered ${answer.status}, but ${answer.why}`;
  return { absent: false, failure: { kind: 'unknown', message } };
}

function diagnoseRefusal(
  { status, headers, body }: Extract<Unanswered, { outcome: 'refused' }>,
  endpoint: string,
  { read, rows, patienceSeconds }: ErrorTable,
  now: number,
): Diagnosis {
  const { code, message } = read(body);
  const row = rows.find((each) => fits(each, endpoint, status, code, message));
  const kind = row?.kind ?? kindOfStatus(status);
  const elsewhere = URL.parse(headers.get('location') ?? '')?.host;
  const hint = row?.hint ?? (elsewhere && `The server points to ${elsewhere}: is that the host?`);
  return {
    absent: row?.absence ?? status === 429,
    failure: {
      kind,
      status,
      message: `${endpoint} answered ${status}${code ? ` ${code}` : ''}${message && message !== code ? `: ${redact(message)}` : ''}`,
      ...(code !== undefined && { code }),
      ...(body !== undefined && { payload: redact(body as Json) }),
      ...(hint && { hint }),
      ...(kind === 'rate-limited' && {
        retryAt: comeBackAt(headers, now, patienceSeconds),
      }),
    },
  };
}

/** When to try again; never at once, even where the server's clock is behind ours. */
function comeBackAt(headers: Headers, now: number, patienceSeconds: number): Instant {
  const said = readRateHeaders(headers, now)?.resetAt;
  const at = said === undefined ? now + patienceSeconds * 1000 : epochMilliseconds(said);
  return instant(Math.max(at, now + 1000));
}

function fits(
  row: ErrorRow,
  endpoint: string,
  status: number,
  code: string | undefined,
  message: string | undefined,
): boolean {
  return (
    (row.endpoint === undefined || list(row.endpoint).includes(endpoint)) &&
    (row.status === undefined || list(row.status).includes(status)) &&
    (row.code === undefined || (code !== undefined && list(row.code).includes(code))) &&
    (row.message === undefined || row.message.test(message ?? ''))
  );
}

function list<Each>(value: Each | readonly Each[]): readonly Each[] {
  return Array.isArray(value) ? value : [value as Each];
}

/** What a status alone tells, when no row knows more. None of this proves that nothing was made. */
function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'auth-expired';
  if (status === 403) return 'permission';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  if (status === 408 || status >= 500) return 'transient';
  return status >= 400 ? 'invalid' : 'unknown';
}
