import { type Failure, instant } from '@affiche/core';
import type { Judgement } from '../outbox/outbox.ts';
import { pauseAccount } from './account-pause.ts';
import { backoffSeconds } from './backoff.ts';
import { chargesFor, gateOf } from './charges.ts';
import { refreshCredentials } from './credentials.ts';
import {
  attemptData,
  type Delivery,
  judge,
  type OpenAttempt,
  type Progressing,
  report,
} from './delivery.ts';
import { doubt } from './doubt.ts';
import { endRefused, isOut } from './ending.ts';
import { stepsToRestart } from './restart.ts';
import { secondsUntil } from './seconds-until.ts';

/** A step was refused, and the refusal proves that it had no effect. */
export async function refuse(
  open: OpenAttempt,
  failure: Failure,
  credentialsRevision: string,
): Promise<Progressing> {
  const { context, claim, publication, record, attempt } = open;
  if (attempt.sends > 1) return refuseRepeat(open, failure, credentialsRevision);
  // What is there already may be ours: it is looked for before anything else.
  if (failure.kind === 'duplicate' || failure.kind === 'unknown') return doubt(open, failure);
  report(open, { kind: 'refused', failure });
  context.watch.forget(publication.id, attempt);
  const closed: Judgement = {
    close: { step: record.step.id, outcome: 'rejected' },
    event: 'rejected',
    data: { ...attemptData(open), failure },
    ...stateAfterAbsence(open),
  };
  const { tries } = claim.entry;
  const secondsAsked = secondsUntil(failure.retryAt, context.clock.now());
  switch (failure.kind) {
    case 'auth-expired':
      return logInAgain(open, failure, credentialsRevision, closed);
    case 'rate-limited':
      return hold(open, secondsAsked ?? 60, closed);
    case 'quota':
      return hold(open, secondsAsked ?? 3600, closed);
    case 'transient':
    case 'not-sent': {
      if (tries + 1 >= context.maxTries) return endRefused(open, failure, closed);
      const delaySeconds = secondsAsked ?? backoffSeconds(tries);
      const note = `trying again: ${failure.message}`;
      return judge(open, { ...closed, delaySeconds, countsAsTry: true, note });
    }
    case 'gone': {
      const restart = stepsToRestart(claim.steps, record, attempt);
      if (restart.length === 0) return endRefused(open, failure, closed);
      const delaySeconds = backoffSeconds(tries);
      const note = `making anew what it needs: ${failure.message}`;
      return judge(open, { ...closed, restart, delaySeconds, countsAsTry: true, note });
    }
    case 'permission':
    case 'invalid':
    case 'blocked':
    default:
      return endRefused(open, failure, closed);
  }
}

/** A no to a repeat says nothing about the first send: that may have been a yes. */
async function refuseRepeat(
  open: OpenAttempt,
  failure: Failure,
  credentialsRevision: string,
): Promise<Progressing> {
  if (failure.kind === 'auth-expired') {
    const refreshing = await refreshCredentials(open, credentialsRevision);
    if (refreshing.status === 'refused') return pauseAccount(open, refreshing.failure);
    if (refreshing.status === 'wait') return doubt(open, failure, refreshing);
  }
  if (failure.kind === 'rate-limited') {
    await blockBuckets(open, secondsUntil(failure.retryAt, open.context.clock.now()) ?? 60);
  }
  return doubt(open, failure);
}

/** Once a step is proved absent, a publication of which nothing is out is merely planned again. */
export function stateAfterAbsence({ claim }: Delivery): { state?: 'planned' } {
  const { state } = claim.entry;
  const isUnderWay = state === 'planned' || state === 'publishing';
  return isUnderWay && !isOut(claim.steps) ? { state: 'planned' } : {};
}

async function hold(
  open: OpenAttempt,
  delaySeconds: number,
  closed: Judgement,
): Promise<Progressing> {
  const { bucket, untilAt } = await blockBuckets(open, delaySeconds);
  const until = instant(Math.ceil(untilAt));
  report(open, { kind: 'waiting', until, why: 'the platform asked to wait' });
  const note = 'waiting because the platform asked to';
  return judge(open, { ...closed, delaySeconds, waitsFor: bucket, note });
}

/** Lets nothing more through the buckets of a step, or through any of its account if it has none. */
async function blockBuckets(
  open: OpenAttempt,
  delaySeconds: number,
): Promise<{ readonly bucket: string; readonly untilAt: number }> {
  const { context, record } = open;
  const gate = gateOf(open);
  const own = chargesFor(open, record.step.costs).filter(({ bucket }) => bucket !== gate);
  const untilAt = (await context.outbox.now()) + delaySeconds * 1000;
  const buckets = own.length > 0 ? own : [{ bucket: gate, windows: [] }];
  await context.outbox.teach(
    buckets.map(({ bucket, windows }) => ({ bucket, windows, blockedUntilAt: untilAt })),
  );
  return { bucket: buckets[0]?.bucket ?? gate, untilAt };
}

async function logInAgain(
  open: OpenAttempt,
  failure: Failure,
  credentialsRevision: string,
  closed: Judgement,
): Promise<Progressing> {
  const { context, claim } = open;
  // First the refusal is stored: whatever the login does, the step is known not to have happened.
  if ((await judge(open, closed, 'again')) === 'stop') return 'stop';
  const refreshing = await refreshCredentials(open, credentialsRevision);
  if (refreshing.status === 'refused') return pauseAccount(open, refreshing.failure);
  if (refreshing.status === 'wait') {
    // Whoever logs in, perhaps a process that was killed at it, takes its time, not a try of ours.
    const { delaySeconds } = refreshing;
    return judge(open, { event: 'waiting', data: { why: 'logging in' }, delaySeconds });
  }
  if (claim.entry.tries + 1 >= context.maxTries) return pauseAccount(open, failure);
  const data = { why: 'logged in again' };
  return judge(open, { event: 'waiting', data, countsAsTry: true }, 'again');
}
