import type { Failure } from '@affiche/core';
import { backoffSeconds } from './backoff.ts';
import { attemptData, judge, type OpenAttempt, type Progressing, report } from './delivery.ts';
import { endRefused } from './ending.ts';

/**
 * Nobody can tell what came of a step. The attempt stays open, and only a look closes it. Repeats come
 * slower and slower: a server that fails every time would be asked as long as it knows the key.
 */
export async function doubt(
  open: OpenAttempt,
  failure: Failure,
  { delaySeconds: least = 0 }: { readonly delaySeconds?: number } = {},
): Promise<Progressing> {
  const { context, claim, publication, attempt } = open;
  const { step } = open.record;
  const data = { ...attemptData(open), failure };
  if (step.visibility === 'none') {
    context.watch.forget(publication.id, attempt);
    const { tries } = claim.entry;
    const close = { step: step.id, outcome: 'abandoned' } as const;
    const closed = { close, event: 'ambiguous', data } as const;
    if (tries + 1 >= context.maxTries) return endRefused(open, failure, closed);
    return judge(open, { ...closed, delaySeconds: backoffSeconds(tries), countsAsTry: true });
  }
  report(open, { kind: 'in-doubt', failure });
  const patience = attempt.sends > 1 ? backoffSeconds(attempt.sends) : 0;
  const delaySeconds = Math.max(least, patience, settlingSeconds(open));
  const note = `nobody can tell yet whether it went out: ${failure.message}`;
  return judge(open, { event: 'ambiguous', data, delaySeconds, note });
}

/** How long an attempt must still be watched before "it is not there" is believed, in seconds. */
export function settlingSeconds({ context, publication, record, attempt }: OpenAttempt): number {
  const { timeoutSeconds, settleSeconds } = record.step;
  return timeoutSeconds + settleSeconds - context.watch.seconds(publication.id, attempt);
}
