import type { Failure } from '@affiche/core';
import type { StepRecord } from '../outbox/entry.ts';
import type { Judgement } from '../outbox/outbox.ts';
import { backoffSeconds, isTemporary } from './backoff.ts';
import { type Delivery, end, judge, type Progressing } from './delivery.ts';
import { askPlatform } from './platform-call.ts';

/** A thread that goes on, or is taken back, by itself is tried for a day more, each quarter of an hour. */
const patientTries = 96;
const patientSeconds = 900;

/** Whether anybody can see anything of it. */
export function isOut(steps: readonly StepRecord[]): boolean {
  return steps.some(isVisible);
}

function isVisible({ step, state }: StepRecord): boolean {
  return step.visibility !== 'none' && state === 'done';
}

/** A step was refused for good: nothing is out, or a thread ends as its author chose. */
export async function endRefused(
  delivery: Delivery,
  failure: Failure,
  closed: Judgement,
): Promise<Progressing> {
  const { claim, context, publication } = delivery;
  const why = `refused: ${failure.message}`;
  const ended = { ...closed, note: why };
  if (claim.entry.state === 'published') {
    // The posts are out; what followed them showed nothing, and its failure changes nothing.
    return judge(delivery, { ...ended, state: 'published', delaySeconds: null });
  }
  if (!isOut(claim.steps)) {
    return end(delivery, { ...ended, state: 'failed' }, { kind: 'failed', why });
  }
  switch (publication.threadFailure) {
    case 'resume': {
      if (isTemporary(failure) && claim.entry.tries < context.maxTries + patientTries) {
        const note = `trying again: ${failure.message}`;
        const later = { delaySeconds: patientSeconds, countsAsTry: true, note };
        return judge(delivery, { ...closed, ...later });
      }
      return end(delivery, { ...ended, state: 'parked' }, { kind: 'parked', why });
    }
    case 'stop':
      return end(delivery, { ...ended, state: 'partial' }, { kind: 'stopped', why });
    case 'rollback':
    default:
      return judge(delivery, { ...ended, state: 'rolling-back' });
  }
}

/** Ends a thread where it stands, because a person asked. */
export async function stopThread(delivery: Delivery): Promise<Progressing> {
  const why = 'a person stopped it';
  const ended = isOut(delivery.claim.steps)
    ? ({ state: 'partial', event: 'stopped' } as const)
    : ({ state: 'cancelled', event: 'cancelled' } as const);
  return end(delivery, { ...ended, note: why, data: { why } }, { kind: 'stopped', why });
}

/**
 * Takes a thread back, newest post first and each under a claim of its own, which nobody gets while the
 * account is paused. Taking back twice is the same as once.
 */
export async function rollBack(delivery: Delivery): Promise<Progressing> {
  const { context, claim, platform, account } = delivery;
  const last = claim.steps.findLast(isVisible);
  if (!last?.output) {
    return end(
      delivery,
      { state: 'rolled-back', event: 'stopped', data: { why: 'everything was taken back' } },
      { kind: 'rolled-back', why: 'a post of the thread was refused' },
    );
  }
  const { step, output } = last;
  if (!platform.undo) return leaveStanding(delivery, 'this platform cannot take posts back');
  const asked = await askPlatform(delivery, async (io) =>
    platform.undo?.(account, step, output, io),
  );
  switch (asked.status) {
    case 'answered':
      return judge(delivery, { undone: [step.id], event: 'undone', data: { step: step.id } });
    case 'wait':
      return judge(delivery, {
        delaySeconds: asked.delaySeconds,
        event: 'waiting',
        data: { why: 'no budget to take it back' },
        ...(asked.bucket === undefined ? {} : { waitsFor: asked.bucket }),
      });
    case 'failed':
    default: {
      const { failure } = asked;
      const { tries } = claim.entry;
      // Whatever made the sending fail has used up its tries.
      const patience = isTemporary(failure) ? patientTries : 0;
      if (tries + 1 >= context.maxTries + patience) return leaveStanding(delivery, failure.message);
      return judge(delivery, {
        delaySeconds: backoffSeconds(tries),
        countsAsTry: true,
        event: 'waiting',
        data: { why: 'taking it back failed', failure },
      });
    }
  }
}

async function leaveStanding(delivery: Delivery, why: string): Promise<Progressing> {
  const note = `it could not be taken back: ${why}`;
  return end(
    delivery,
    { state: 'partial', note, event: 'stopped', data: { why: note } },
    { kind: 'stopped', why: note },
  );
}
