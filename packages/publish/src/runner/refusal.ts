import { type Failure, instant } from '@affiche/core';
import type { Attempt, StepRecord } from '../outbox/entry.ts';
import type { LogData } from '../outbox/log-entry.ts';
import { chargesFor, gateOf } from './charges.ts';
import { secondsUntil } from './credible-moment.ts';
import { refreshCredentials } from './credentials.ts';
import { type Delivery, judge, type Progressing, report } from './delivery.ts';
import { endRefused, isOut } from './ending.ts';
import { stepsToRestart } from './restart.ts';
import { backoffSeconds, judgeFailure } from './verdict.ts';

/** A step was refused, and the refusal proves that it had no effect. */
export async function refuse(
  delivery: Delivery,
  record: StepRecord,
  attempt: Attempt,
  failure: Failure,
  credentials: string,
): Promise<Progressing> {
  const { context, claim, platform, publication } = delivery;
  if (attempt.sends > 1) {
    // A no to a repeat says nothing about the first send: that may have been a yes.
    if (failure.kind === 'auth-expired') {
      const { account } = publication;
      const refreshing = await refreshCredentials(context, platform, account, credentials);
      if (refreshing.status === 'refused') return pauseAccount(delivery, refreshing.failure);
      if (refreshing.status === 'wait') {
        return doubt(delivery, record, attempt, failure, refreshing);
      }
    }
    if (failure.kind === 'rate-limited') {
      await blockBuckets(
        delivery,
        record,
        secondsUntil(failure.retryAt, context.clock.now()) ?? 60,
      );
    }
    return doubt(delivery, record, attempt, failure);
  }
  const verdict = judgeFailure(failure, {
    tries: claim.entry.tries,
    maxTries: context.maxTries,
    secondsUntilRetry: secondsUntil(failure.retryAt, context.clock.now()),
  });
  if (verdict.action === 'look') return doubt(delivery, record, attempt, failure);
  report(delivery, { kind: 'refused', failure });
  const closed = {
    close: { step: record.step.id, outcome: 'rejected' as const },
    event: 'rejected' as const,
    data: { step: record.step.id, attempt: attempt.number, failure },
    ...stateAfterAbsence(delivery),
  };
  context.watch.forget(delivery.publication.id, attempt);
  switch (verdict.action) {
    case 'retry':
      return judge(delivery, {
        ...closed,
        delaySeconds: verdict.delaySeconds,
        countsAsTry: verdict.counts,
        note: `trying again: ${failure.message}`,
      });
    case 'hold':
      return hold(delivery, record, verdict.delaySeconds, closed);
    case 'log-in':
      return logInAgain(delivery, credentials, failure, closed);
    case 'give-up':
    default: {
      const restart = stepsToRestart(claim.steps, record, attempt, failure);
      if (restart.length === 0) return endRefused(delivery, failure, closed);
      const note = `making anew what it needs: ${failure.message}`;
      const delaySeconds = backoffSeconds(claim.entry.tries);
      return judge(delivery, { ...closed, restart, delaySeconds, countsAsTry: true, note });
    }
  }
}

/**
 * Nobody can tell what came of a step. The attempt stays open, and only a look closes it. Repeats come
 * slower and slower: a server that fails every time would be asked as long as it knows the key.
 */
export async function doubt(
  delivery: Delivery,
  { step }: StepRecord,
  attempt: Attempt,
  failure: Failure,
  { delaySeconds: least = 0 }: { readonly delaySeconds?: number } = {},
): Promise<Progressing> {
  const { context, claim, publication } = delivery;
  const data = { step: step.id, attempt: attempt.number, failure };
  if (step.visibility === 'none') {
    context.watch.forget(publication.id, attempt);
    const gaveUp = claim.entry.tries + 1 >= context.maxTries;
    const close = { step: step.id, outcome: 'abandoned' as const };
    if (gaveUp) return endRefused(delivery, failure, { close, event: 'ambiguous', data });
    const delaySeconds = backoffSeconds(claim.entry.tries);
    return judge(delivery, { close, event: 'ambiguous', data, delaySeconds, countsAsTry: true });
  }
  report(delivery, { kind: 'in-doubt', failure });
  const watched = context.watch.seconds(publication.id, attempt);
  const patience = attempt.sends > 1 ? backoffSeconds(attempt.sends) : 0;
  const settling = step.timeoutSeconds + step.settleSeconds - watched;
  const delaySeconds = Math.max(least, patience, settling);
  const note = `nobody can tell yet whether it went out: ${failure.message}`;
  return judge(delivery, { event: 'ambiguous', data, delaySeconds, note });
}

/** Once a step is proved absent, a publication of which nothing is out is merely planned again. */
export function stateAfterAbsence({ claim }: Delivery): { state?: 'planned' } {
  const { state } = claim.entry;
  const isUnderWay = state === 'planned' || state === 'publishing';
  return isUnderWay && !isOut(claim.steps) ? { state: 'planned' } : {};
}

interface Closing {
  readonly close?: { readonly step: string; readonly outcome: 'rejected' | 'absent' | 'abandoned' };
  readonly event: 'rejected' | 'ambiguous' | 'absent';
  readonly data: LogData;
  readonly state?: 'planned';
}

async function hold(
  delivery: Delivery,
  record: StepRecord,
  delaySeconds: number,
  closed: Closing,
): Promise<Progressing> {
  const { bucket, untilAt } = await blockBuckets(delivery, record, delaySeconds);
  report(delivery, {
    kind: 'waiting',
    until: instant(Math.ceil(untilAt)),
    why: 'the platform asked to wait',
  });
  return judge(delivery, {
    ...closed,
    delaySeconds,
    waitsFor: bucket,
    note: 'waiting because the platform asked to',
  });
}

/** Lets nothing more through the buckets of a step, or through any of its account if it has none. */
async function blockBuckets(
  { context, platform, publication }: Delivery,
  { step }: StepRecord,
  delaySeconds: number,
): Promise<{ readonly bucket: string; readonly untilAt: number }> {
  const { account } = publication;
  const gate = gateOf(platform, account);
  const own = chargesFor(platform, account, step.costs, context.address).filter(
    ({ bucket }) => bucket !== gate,
  );
  const untilAt = (await context.outbox.now()) + delaySeconds * 1000;
  const buckets = own.length > 0 ? own : [{ bucket: gate, windows: [] }];
  await context.outbox.teach(
    buckets.map(({ bucket, windows }) => ({ bucket, windows, blockedUntilAt: untilAt })),
  );
  return { bucket: buckets[0]?.bucket ?? gate, untilAt };
}

async function logInAgain(
  delivery: Delivery,
  credentials: string,
  failure: Failure,
  closed: Closing,
): Promise<Progressing> {
  const { context, platform, publication, claim } = delivery;
  // First the refusal is stored: whatever the login does, the step is known not to have happened.
  if ((await judge(delivery, closed, 'again')) === 'stop') return 'stop';
  const { account } = publication;
  const refreshing = await refreshCredentials(context, platform, account, credentials);
  if (refreshing.status === 'refused') return pauseAccount(delivery, refreshing.failure);
  if (refreshing.status === 'wait') {
    // Whoever logs in, perhaps a process that was killed at it, takes its time, not a try of ours.
    const { delaySeconds } = refreshing;
    return judge(delivery, { event: 'waiting', data: { why: 'logging in' }, delaySeconds });
  }
  if (claim.entry.tries + 1 >= context.maxTries) return pauseAccount(delivery, failure);
  const data = { why: 'logged in again' };
  return judge(delivery, { event: 'waiting', data, countsAsTry: true }, 'again');
}

/** The account does not open any more: everything of it waits for a person, and nothing is lost. */
export async function pauseAccount(delivery: Delivery, failure: Failure): Promise<Progressing> {
  const { context, claim } = delivery;
  const { account } = claim.entry;
  const why = `the account cannot be opened: ${failure.message}`;
  await context.outbox.pause({ scope: `account:${account}`, by: context.worker, reason: why });
  context.emit({ kind: 'account-paused', at: instant(context.clock.now()), account, why });
  return judge(delivery, {
    event: 'waiting',
    data: { why, failure },
    note: `${why}; store new credentials and resume the account`,
  });
}
