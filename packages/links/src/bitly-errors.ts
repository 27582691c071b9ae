import { type Failure, type FailureKind, instant, PlatformError, redact } from '@affiche/core';
import { BitlyFailure } from './bitly-wire.ts';

/** Codes that a limit of the plan answers with: waiting a minute does not help. */
const quotaCodes = new Set([
  'API_USAGE_LIMIT_EXCEEDED',
  'MONTHLY_RATE_LIMIT_EXCEEDED',
  'MONTHLY_BSD_ENCODE_LIMIT_REACHED',
]);

/**
 * What a refusal of Bitly means.
 *
 * @see {@link https://dev.bitly.com | Bitly: API}, 2026-11-21
 */
export async function bitlyError(response: Response, now: number): Promise<PlatformError> {
  const payload = redact(await body(response));
  const {
    message: code,
    description,
    errors,
  } = BitlyFailure.catch({ message: 'UNKNOWN' }).parse(payload);
  const kind = kindOf(response.status, code);
  const fields = errors?.map(({ field }) => field).filter(Boolean) ?? [];
  const failure: Failure = {
    kind,
    code,
    status: response.status,
    message: description ?? code,
    // No header says when to come back: the limit is counted by the minute.
    ...(kind === 'rate-limited' && { retryAt: instant(now + 60_000) }),
  };
  const hint = hints[kind];
  return new PlatformError(`bitly-${kind}`, {
    message: `Bitly answered ${response.status} ${code}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`,
    ...(hint && { hint }),
    details: { failure },
  });
}

/** Nobody answered: shortening is safe to repeat, since one long link has one short link. */
export function bitlySilence(cause: unknown): PlatformError {
  const message = cause instanceof Error ? cause.message : 'No answer';
  const failure: Failure = { kind: 'transient', message };
  return new PlatformError('bitly-transient', {
    message: 'Bitly could not be reached',
    hint: 'Try again later.',
    details: { failure },
    cause,
  });
}

function kindOf(status: number, code: string): FailureKind {
  if (status === 429) return quotaCodes.has(code) ? 'quota' : 'rate-limited';
  if (status === 401) return 'auth-expired';
  if (status === 403) return 'permission';
  if (status === 402) return 'quota';
  if (status === 404 || status === 410) return 'gone';
  if (status >= 500) return 'transient';
  return 'invalid';
}

const hints: Partial<Record<FailureKind, string>> = {
  'auth-expired': 'Give a new access token.',
  permission: 'Give a token of an account that may do this.',
  quota: 'Wait for the next month, or move to a larger plan.',
  'rate-limited': 'Wait a minute.',
  transient: 'Try again later.',
};

async function body(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
