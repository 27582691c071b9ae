import { instant } from '@affiche/core';
import type { StepRecord } from '../outbox/entry.ts';
import type { Claim } from '../outbox/outbox.ts';
import { pauseAccount } from './account-pause.ts';
import { backoffSeconds } from './backoff.ts';
import { compilePublication } from './compilation.ts';
import type { RunnerContext } from './context.ts';
import { vaultFailure } from './credentials.ts';
import { type Delivery, end, judge, type Progressing, report } from './delivery.ts';
import { isOut, rollBack, stopThread } from './ending.ts';
import { graceSeconds } from './misfire.ts';
import { reconcile } from './reconciliation.ts';
import { sendStep } from './sending.ts';

/**
 * A lease covers looking and compiling; arming a step extends it to cover the request. It may be short:
 * whoever takes over a publication that is still held merely makes the holder stop.
 */
const leaseSeconds = 5;

/**
 * Takes a publication as far as it goes now: arms and sends its steps one after the other, settles
 * what is in doubt, and gives it back whenever it has to wait. Safe to call for any id at any time.
 * Tells whether there was anything to do.
 */
export async function deliver(
  context: RunnerContext,
  id: string,
  { seenAt }: { readonly seenAt?: number } = {},
): Promise<boolean> {
  const { outbox, worker } = context;
  let claim = await outbox.claim(id, {
    worker,
    leaseSeconds,
    ...(seenAt === undefined ? {} : { seenAt }),
  });
  const isOurs = claim !== undefined;
  while (claim) {
    const { publication } = claim.entry;
    const { account } = publication;
    const platform = context.platforms.get(account.platform);
    if (!platform) return false;
    const delivery = { context, platform, account, claim, publication };
    const progressing = await advance(delivery).catch((error: unknown) =>
      awaitVault(delivery, error),
    );
    claim = progressing === 'again' ? await outbox.reload(claim) : undefined;
  }
  return isOurs;
}

async function advance(delivery: Delivery): Promise<Progressing> {
  const { claim } = delivery;
  const { entry, steps } = claim;
  if (isDamaged(claim)) return parkDamaged(delivery);
  if (entry.state === 'rolling-back') return rollBack(delivery);
  for (const record of steps) {
    if (record.attempt) return reconcile({ ...delivery, record, attempt: record.attempt });
  }
  if (entry.stopRequested) return stopThread(delivery);
  if (!isOut(steps) && claim.lateSeconds > graceSeconds(delivery.publication))
    return miss(delivery);
  const compiled = steps.length > 0 ? steps : await compilePublication(delivery);
  if (!compiled) return 'stop';
  const next = nextStep(compiled);
  if (!next) return 'stop';
  return sendStep(delivery, next, steps.length > 0 ? {} : { freeze: compiled });
}

/** Whether the outbox lost what says that something was sent: to begin anew would publish it twice. */
function isDamaged({ entry, steps }: Claim): boolean {
  return (
    (steps.length === 0 && entry.state !== 'planned') ||
    steps.some(({ state, attempt }) => state === 'armed' && !attempt)
  );
}

async function parkDamaged(delivery: Delivery): Promise<Progressing> {
  const why = 'the outbox lost what it knew of it';
  return end(
    delivery,
    { state: 'parked', note: why, event: 'parked', data: { why } },
    { kind: 'parked', why },
  );
}

/** Nothing was sent: that needs credentials first. */
async function awaitVault(delivery: Delivery, error: unknown): Promise<Progressing> {
  const failure = vaultFailure(error);
  if (!failure) throw error;
  const { context, claim } = delivery;
  const { tries } = claim.entry;
  if (tries + 1 >= context.maxTries) return pauseAccount(delivery, failure);
  const why = failure.message;
  const delaySeconds = backoffSeconds(tries);
  const until = instant(context.clock.now() + delaySeconds * 1000);
  report(delivery, { kind: 'waiting', until, why });
  const data = { why };
  return judge(delivery, { event: 'waiting', data, note: why, delaySeconds, countsAsTry: true });
}

function nextStep(steps: readonly StepRecord[]): StepRecord | undefined {
  const done = new Set(steps.filter(({ state }) => state === 'done').map(({ step }) => step.id));
  return steps.find(
    ({ step, state }) =>
      (state === 'waiting' || state === 'pending') && step.needs.every((id) => done.has(id)),
  );
}

async function miss(delivery: Delivery): Promise<Progressing> {
  const { claim, publication } = delivery;
  const lateSeconds = Math.round(claim.lateSeconds);
  const why = `its time passed while nothing ran: it is ${lateSeconds} seconds late`;
  const data = { lateSeconds, policy: publication.misfire.policy };
  return end(
    delivery,
    { state: 'missed', note: why, event: 'missed', data },
    { kind: 'missed', why },
  );
}
