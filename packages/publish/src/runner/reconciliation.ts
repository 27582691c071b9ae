import { type Evidence, instant, type Reconciled, redact } from '@affiche/core';
import type { Judgement } from '../outbox/outbox.ts';
import { pauseAccount } from './account-pause.ts';
import { backoffSeconds } from './backoff.ts';
import { attemptData, end, judge, type OpenAttempt, type Progressing } from './delivery.ts';
import { settlingSeconds } from './doubt.ts';
import { endRefused } from './ending.ts';
import { learn } from './learning.ts';
import { askPlatform } from './platform-call.ts';
import { askTheTime } from './platform-time.ts';
import { stateAfterAbsence } from './refusal.ts';
import { secondsUntil } from './seconds-until.ts';
import { progressOf, sendStep } from './sending.ts';

/** The date of an answer is in whole seconds, and it has travelled; in milliseconds. */
const clockMargin = 2000;

/** After so many looks without an answer, nobody will be able to tell. */
const maxLooks = 6;

/**
 * A step was armed and nobody knows what came of it: the process died, or the answer was lost.
 * It is never simply sent again. Only what the platform shows, after enough time has passed before
 * our own eyes, closes the attempt.
 */
export async function reconcile(open: OpenAttempt): Promise<Progressing> {
  const { claim, platform, account, record, attempt } = open;
  const { step } = record;
  const data = attemptData(open);
  if (step.visibility === 'none') {
    const close = { step: step.id, outcome: 'abandoned' as const };
    return judge(open, { close, event: 'ambiguous', data }, 'again');
  }
  const remaining = settlingSeconds(open);
  if (remaining > 0) {
    const note = 'nobody knows yet what came of it; looking for it soon';
    // Somebody else watches it as well, and perhaps for longer: they must not wait for us.
    const isShared = claim.entry.note === note;
    const delaySeconds = isShared ? Math.max(Math.min(1, remaining), remaining / 4) : remaining;
    return judge(open, { delaySeconds, event: 'waiting', data: { ...data, why: note }, note });
  }
  if (step.recognition === 'none') {
    return giveUpLooking(open, 'this platform has no way to look for a post');
  }
  const asked = await askPlatform(open, (io) =>
    platform.reconcile(
      account,
      step,
      progressOf(open, record),
      instant((attempt.serverArmedAt ?? attempt.armedAt) - clockMargin),
      io,
    ),
  );
  switch (asked.status) {
    case 'answered':
      return believe(open, asked.value, asked.secrets);
    case 'wait': {
      const { delaySeconds, bucket } = asked;
      const waitsFor = bucket === undefined ? {} : { waitsFor: bucket };
      return judge(open, { delaySeconds, event: 'waiting', data, ...waitsFor });
    }
    case 'failed':
    default: {
      if (asked.forGood) return pauseAccount(open, asked.failure);
      const delaySeconds = backoffSeconds(attempt.looks);
      const why = asked.failure.message;
      const looked = step.id;
      return judge(open, { looked, delaySeconds, event: 'waiting', data: { ...data, why } });
    }
  }
}

async function believe(
  open: OpenAttempt,
  found: Reconciled,
  secrets: readonly string[],
): Promise<Progressing> {
  const { context, record, attempt } = open;
  const { step } = record;
  switch (found.status) {
    case 'applied': {
      const learnt = await learn(open, found, { secrets });
      if (learnt !== 'foreign') return learnt;
      return giveUpLooking(open, 'what was found belongs to another publication');
    }
    case 'absent':
      return goOn(open, redact(found.evidence, secrets));
    case 'inconclusive':
    default: {
      await askTheTime(open, step);
      if (mayRepeat(open)) return sendStep(open, record, { again: true });
      const why = redact(found.why, secrets);
      if (attempt.looks + 1 >= maxLooks) return giveUpLooking(open, why);
      const asked =
        secondsUntil(found.retryAt, context.clock.now()) ?? backoffSeconds(attempt.looks);
      return judge(open, {
        looked: step.id,
        delaySeconds: Math.max(1, asked),
        event: 'inconclusive',
        data: { ...attemptData(open), why },
      });
    }
  }
}

/**
 * It is proved not to be there: it may be sent again. Each such round is a try, and after the first
 * they come slower and slower, so that a server which fails every time is not asked for ever.
 */
async function goOn(open: OpenAttempt, evidence: Evidence): Promise<Progressing> {
  const { context, claim, publication, record, attempt } = open;
  const { tries } = claim.entry;
  context.watch.forget(publication.id, attempt);
  const absence = {
    close: { step: record.step.id, outcome: 'absent' },
    event: 'absent',
    data: { ...attemptData(open), evidence },
  } as const;
  if (tries + 1 >= context.maxTries) {
    const message = `it was sent ${tries + 1} times and never arrived`;
    return endRefused(open, { kind: 'transient', message }, absence);
  }
  return nextRound(open, { ...absence, ...stateAfterAbsence(open) });
}

/** Whether a repeat may leave: the platform still recognises our key, by the largest of what all clocks say. */
function mayRepeat(open: OpenAttempt): boolean {
  const { context, claim, publication, attempt } = open;
  const { recognition, keyWindowSeconds, timeoutSeconds } = open.record.step;
  // Whoever asked to stop wants nothing more to leave, not even a repeat.
  if (claim.entry.stopRequested) return false;
  if (recognition !== 'client-key' || keyWindowSeconds === undefined) return false;
  const byWall = Math.abs(context.clock.now() - attempt.armedAt) / 1000;
  const byWatch = context.watch.seconds(publication.id, attempt);
  return Math.max(byWall, byWatch, secondsByServer(open)) + timeoutSeconds < keyWindowSeconds;
}

/** How old the attempt is by the platform's own clock, which is what its window goes by. */
function secondsByServer({ context, claim, attempt }: OpenAttempt): number {
  // Simulated time is the platform's too.
  if (context.clock.during) return 0;
  const { serverArmedAt } = attempt;
  const now = context.serverTimes.now(claim.entry.account);
  return now === undefined || serverArmedAt === undefined
    ? Infinity
    : Math.abs(now - serverArmedAt) / 1000;
}

async function giveUpLooking(open: OpenAttempt, why: string): Promise<Progressing> {
  const { context, claim, publication, record, attempt } = open;
  const data = { ...attemptData(open), why, policy: publication.uncertain };
  // Each may have gone out: whoever risks a double has not asked for one every few seconds.
  if (publication.uncertain === 'resend' && claim.entry.tries + 1 < context.maxTries) {
    context.watch.forget(publication.id, attempt);
    const close = { step: record.step.id, outcome: 'abandoned' } as const;
    return nextRound(open, { close, event: 'resent-by-policy', data });
  }
  const note = `nobody can tell whether it went out: ${why}`;
  return end(open, { state: 'parked', note, event: 'parked', data }, { kind: 'parked', why: note });
}

/** Closes the attempt for another: the first follows at once, and each further one later than the one before. */
function nextRound(open: OpenAttempt, closed: Judgement): Promise<Progressing> {
  const { tries } = open.claim.entry;
  const isFirst = tries === 0;
  const delaySeconds = isFirst ? 0 : backoffSeconds(tries - 1);
  const judgement = { ...closed, countsAsTry: true, delaySeconds };
  return judge(open, judgement, isFirst ? 'again' : 'stop');
}
