import type { Failure } from '@affiche/core';
import type { StepRecord } from '../outbox/entry.ts';
import type { Judgement } from '../outbox/outbox.ts';
import { type Delivery, judge, type Progressing, report } from './delivery.ts';
import { askPlatform } from './platform-call.ts';
import { backoffSeconds, isTemporary } from './verdict.ts';

/** A thread that goes on by itself is tried for a day more, each quarter of an hour. */
const patientTries = 96;
const patientSeconds = 900;

/** Whether anybody can see anything of it. */
export function isOut(steps: readonly StepRecord[]): boolean {
  return steps.some(({ step, state }) => step.visibility !== 'none' && state === 'done');
}

/** A step was refused for good: nothing is out, or a thread ends as its author chose. */
export async function endRefused(
  delivery: Delivery,
  failure: Failure,
  closed: Judgement,
): Promise<Progressing> {
  const { claim, context, publication } = delivery;
  const why = `refused: ${failure.message}`;
  const ended = { ...closed, note: why, delaySeconds: null };
  if (claim.entry.state === 'published') {
    // The posts are out; what followed them showed nothing, and its failure changes nothing.
    return judge(delivery, { ...closed, state: 'published', note: why, delaySeconds: null });
  }
  if (!isOut(claim.steps)) {
    const progressing = await judge(delivery, { ...ended, state: 'failed' });
    report(delivery, { kind: 'failed', why });
    return progressing;
  }
  switch (publication.threadFailure) {
    case 'resume': {
      if (isTemporary(failure) && claim.entry.tries < context.maxTries + patientTries) {
        const note = `trying again: ${failure.message}`;
        return judge(delivery, {
          ...closed,
          delaySeconds: patientSeconds,
          countsAsTry: true,
          note,
        });
      }
      const progressing = await judge(delivery, { ...ended, state: 'parked' });
      report(delivery, { kind: 'parked', why });
      return progressing;
    }
    case 'stop': {
      const progressing = await judge(delivery, { ...ended, state: 'partial' });
      report(delivery, { kind: 'stopped', why });
      return progressing;
    }
    case 'rollback':
    default:
      return judge(delivery, { ...closed, state: 'rolling-back', note: why }, 'again');
  }
}

/** Ends a thread where it stands, because a person asked. */
export async function stopThread(delivery: Delivery, why: string): Promise<Progressing> {
  const out = isOut(delivery.claim.steps);
  const progressing = await judge(delivery, {
    state: out ? 'partial' : 'cancelled',
    delaySeconds: null,
    note: why,
    event: out ? 'stopped' : 'cancelled',
    data: { why },
  });
  report(delivery, { kind: 'stopped', why });
  return progressing;
}

/** Takes a thread back, newest post first. Taking back twice is the same as once. */
export async function rollBack(delivery: Delivery): Promise<Progressing> {
  const { context, claim, platform, publication } = delivery;
  const last = claim.steps.findLast(
    ({ step, state }) => state === 'done' && step.visibility !== 'none',
  );
  if (!last?.output) {
    const progressing = await judge(delivery, {
      state: 'rolled-back',
      delaySeconds: null,
      event: 'stopped',
      data: { why: 'everything was taken back' },
    });
    report(delivery, { kind: 'rolled-back', why: 'a post of the thread was refused' });
    return progressing;
  }
  const { step, output } = last;
  if (!platform.undo) return leaveStanding(delivery, 'this platform cannot take posts back');
  const asked = await askPlatform(context, platform, publication.account, async (io) =>
    platform.undo?.(publication.account, step, output, io),
  );
  switch (asked.status) {
    case 'answered':
      return judge(
        delivery,
        { undone: [step.id], event: 'undone', data: { step: step.id } },
        'again',
      );
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
      if (claim.entry.tries + 1 >= context.maxTries)
        return leaveStanding(delivery, failure.message);
      return judge(delivery, {
        delaySeconds: backoffSeconds(claim.entry.tries),
        countsAsTry: true,
        event: 'waiting',
        data: { why: 'taking it back failed', failure },
      });
    }
  }
}

async function leaveStanding(delivery: Delivery, why: string): Promise<Progressing> {
  const note = `it could not be taken back: ${why}`;
  const progressing = await judge(delivery, {
    state: 'partial',
    delaySeconds: null,
    note,
    event: 'stopped',
    data: { why: note },
  });
  report(delivery, { kind: 'stopped', why: note });
  return progressing;
}
