import type { Failure } from '@affiche/core';

/** What a refusal that is proved to have had no effect asks for. */
export type Verdict =
  /** The same step again later: that uses up a try. */
  | { readonly action: 'retry'; readonly delaySeconds: number }
  /** Nothing through these buckets until then. */
  | { readonly action: 'hold'; readonly delaySeconds: number }
  | { readonly action: 'log-in' }
  /** It may be ours: look before anything else. */
  | { readonly action: 'look' }
  | { readonly action: 'give-up' };

/**
 * Decides what follows from a proved refusal.
 *
 * @param secondsUntilRetry - what the platform asked for, if anything
 */
export function judgeFailure(
  failure: Failure,
  {
    tries,
    maxTries,
    secondsUntilRetry,
  }: {
    readonly tries: number;
    readonly maxTries: number;
    readonly secondsUntilRetry: number | undefined;
  },
): Verdict {
  switch (failure.kind) {
    case 'auth-expired':
      return { action: 'log-in' };
    case 'rate-limited':
      return { action: 'hold', delaySeconds: secondsUntilRetry ?? 60 };
    case 'quota':
      return { action: 'hold', delaySeconds: secondsUntilRetry ?? 3600 };
    case 'duplicate':
    case 'unknown':
      return { action: 'look' };
    case 'transient':
    case 'not-sent':
      return tries + 1 < maxTries
        ? { action: 'retry', delaySeconds: secondsUntilRetry ?? backoffSeconds(tries) }
        : { action: 'give-up' };
    case 'permission':
    case 'invalid':
    case 'blocked':
    case 'gone':
    default:
      return { action: 'give-up' };
  }
}

/** How long to wait after so many tries, in seconds: 5, 10, 20, up to a quarter of an hour. */
export function backoffSeconds(tries: number): number {
  return Math.min(900, 5 * 2 ** tries);
}

/** Whether the same may well succeed later, without anybody changing anything. */
export function isTemporary({ kind }: Pick<Failure, 'kind'>): boolean {
  return ['rate-limited', 'quota', 'transient', 'not-sent', 'unknown'].includes(kind);
}
