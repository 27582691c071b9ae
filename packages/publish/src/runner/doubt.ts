import { type Evidence, instant, type Reconciled, redact } from '@affiche/core';
import type { Attempt, StepRecord } from '../outbox/entry.ts';
import { secondsUntil } from './credible-moment.ts';
import { type Delivery, judge, type Progressing, report } from './delivery.ts';
import { endRefused } from './ending.ts';
import { askPlatform } from './platform-call.ts';
import { pauseAccount, stateAfterAbsence } from './refusal.ts';
import { askTheTime, learn, progressOf, sendStep } from './sending.ts';
import { backoffSeconds } from './verdict.ts';

/** The date of an answer is in whole seconds, and it has travelled; in milliseconds. */
const clockMargin = 2000;

/** After so many looks without an answer, nobody will be able to tell. */
const maxLooks = 6;

/**
 * A step was armed and nobody knows what came of it: the process died, or the answer was lost.
 * It is never simply sent again. Only what the platform shows, after enough time has passed before
 * our own eyes, closes the attempt.
 */
export async function settleDoubt(
  delivery: Delivery,
  record: StepRecord,
  attempt: Attempt,
): Promise<Progressing> {
  const { context, claim, publication, platform } = delivery;
  const { step } = record;
  const data = { step: step.id, attempt: attempt.number };
  if (step.visibility === 'none') {
    const close = { step: step.id, outcome: 'abandoned' as const };
    return judge(delivery, { close, event: 'ambiguous', data }, 'again');
  }
  const watched = context.watch.seconds(publication.id, attempt);
  const remaining = step.timeoutSeconds + step.settleSeconds - watched;
  if (remaining > 0) {
    const note = 'it was being sent when its worker went away; looking for it soon';
    // Somebody else watches it as well, and perhaps for longer: they must not wait for us.
    const isShared = claim.entry.note === note;
    const delaySeconds = isShared ? Math.max(Math.min(1, remaining), remaining / 4) : remaining;
    return judge(delivery, { delaySeconds, event: 'waiting', data, note });
  }
  if (step.recognition === 'none') {
    return giveUpLooking(delivery, record, attempt, 'this platform has no way to look for a post');
  }
  const asked = await askPlatform(context, platform, publication.account, (io) =>
    platform.reconcile(
      publication.account,
      step,
      progressOf(delivery, record),
      instant((attempt.serverArmedAt ?? attempt.armedAt) - clockMargin),
      io,
    ),
  );
  if (asked.status === 'wait') {
    const waitsFor = asked.bucket === undefined ? {} : { waitsFor: asked.bucket };
    return judge(delivery, {
      delaySeconds: asked.delaySeconds,
      event: 'waiting',
      data,
      ...waitsFor,
    });
  }
  if (asked.status === 'failed') {
    if (asked.forGood) return pauseAccount(delivery, asked.failure);
    const delaySeconds = backoffSeconds(attempt.looks);
    const why = asked.failure.message;
    return judge(delivery, {
      looked: step.id,
      delaySeconds,
      event: 'waiting',
      data: { ...data, why },
    });
  }
  return believe(delivery, record, attempt, asked.value, asked.secrets);
}

async function believe(
  delivery: Delivery,
  record: StepRecord,
  attempt: Attempt,
  found: Reconciled,
  secrets: readonly string[],
): Promise<Progressing> {
  const { context } = delivery;
  const { step } = record;
  switch (found.status) {
    case 'applied': {
      const learnt = await learn(delivery, attempt, found, secrets);
      if (learnt !== 'foreign') return learnt;
      const why = 'what was found belongs to another publication';
      return giveUpLooking(delivery, record, attempt, why);
    }
    case 'absent':
      return goOn(delivery, record, attempt, redact(found.evidence, secrets));
    case 'inconclusive':
    default: {
      await askTheTime(delivery, step);
      if (mayRepeat(delivery, record, attempt)) {
        return sendStep(delivery, record, undefined, { again: true });
      }
      const why = redact(found.why, secrets);
      if (attempt.looks + 1 >= maxLooks) return giveUpLooking(delivery, record, attempt, why);
      const asked =
        secondsUntil(found.retryAt, context.clock.now()) ?? backoffSeconds(attempt.looks);
      return judge(delivery, {
        looked: step.id,
        delaySeconds: Math.max(1, asked),
        event: 'inconclusive',
        data: { step: step.id, attempt: attempt.number, why },
      });
    }
  }
}

/**
 * It is proved not to be there: it may be sent again. Each such round is a try, and after the first
 * they come slower and slower, so that a server which fails every time is not asked for ever.
 */
async function goOn(
  delivery: Delivery,
  { step }: StepRecord,
  attempt: Attempt,
  evidence: Evidence,
): Promise<Progressing> {
  const { context, claim, publication } = delivery;
  const { tries } = claim.entry;
  context.watch.forget(publication.id, attempt);
  const absence = {
    close: { step: step.id, outcome: 'absent' as const },
    event: 'absent' as const,
    data: { step: step.id, attempt: attempt.number, evidence },
  };
  if (tries + 1 >= context.maxTries) {
    const message = `it was sent ${tries + 1} times and never arrived`;
    return endRefused(delivery, { kind: 'transient', message }, absence);
  }
  return judge(
    delivery,
    {
      ...absence,
      ...stateAfterAbsence(delivery),
      ...nextRound(tries),
    },
    tries === 0 ? 'again' : 'stop',
  );
}

/** The first one follows at once, and each further one later than the one before. */
function nextRound(tries: number) {
  return { countsAsTry: true, delaySeconds: tries === 0 ? 0 : backoffSeconds(tries - 1) };
}

/** Whether a repeat may leave: the platform still recognises our key, by the largest of what all clocks say. */
function mayRepeat(delivery: Delivery, { step }: StepRecord, attempt: Attempt): boolean {
  const { context, claim, publication } = delivery;
  // Whoever asked to stop wants nothing more to leave, not even a repeat.
  if (claim.entry.stopRequested) return false;
  if (step.recognition !== 'client-key' || step.keyWindowSeconds === undefined) return false;
  const byWall = Math.abs(context.clock.now() - attempt.armedAt) / 1000;
  const byWatch = context.watch.seconds(publication.id, attempt);
  const byServer = secondsByServer(delivery, attempt);
  return Math.max(byWall, byWatch, byServer) + step.timeoutSeconds < step.keyWindowSeconds;
}

/** How old the attempt is by the platform's own clock, which is what its window goes by. */
function secondsByServer({ context, claim }: Delivery, { serverArmedAt }: Attempt): number {
  // Simulated time is the platform's too.
  if (context.clock.during) return 0;
  const now = context.serverTimes.now(claim.entry.account);
  return now === undefined || serverArmedAt === undefined
    ? Infinity
    : Math.abs(now - serverArmedAt) / 1000;
}

async function giveUpLooking(
  delivery: Delivery,
  { step }: StepRecord,
  attempt: Attempt,
  why: string,
): Promise<Progressing> {
  const { context, claim, publication } = delivery;
  const { tries } = claim.entry;
  const data = { step: step.id, attempt: attempt.number, why, policy: publication.uncertain };
  // Each may have gone out: whoever risks a double has not asked for one every few seconds.
  if (publication.uncertain === 'resend' && tries + 1 < context.maxTries) {
    context.watch.forget(publication.id, attempt);
    return judge(
      delivery,
      {
        close: { step: step.id, outcome: 'abandoned' },
        event: 'resent-by-policy',
        data,
        ...nextRound(tries),
      },
      tries === 0 ? 'again' : 'stop',
    );
  }
  const note = `nobody can tell whether it went out: ${why}`;
  const progressing = await judge(delivery, {
    state: 'parked',
    delaySeconds: null,
    note,
    event: 'parked',
    data,
  });
  report(delivery, { kind: 'parked', why: note });
  return progressing;
}
