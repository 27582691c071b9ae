import { type Failure, instant, redact, type Step, type StepResult } from '@affiche/core';
import type { Charge } from '../outbox/charge.ts';
import type { StepRecord } from '../outbox/entry.ts';
import type { Arming } from '../outbox/outbox.ts';
import type { StoredCredentials } from '../vault/vault.ts';
import { withApprovedMedia } from './approved-media.ts';
import { chargesFor } from './charges.ts';
import { readCredentials } from './credentials.ts';
import { type Delivery, judge, type OpenAttempt, type Progressing, report } from './delivery.ts';
import { doubt } from './doubt.ts';
import { learn } from './learning.ts';
import { likenessOf } from './likeness.ts';
import { openIo, type OpenIo, OutOfTime } from './platform-io.ts';
import { askTheTime } from './platform-time.ts';
import { refuse } from './refusal.ts';
import { secondsUntil } from './seconds-until.ts';
import { failureFrom, secretValues, unopenedFailure } from './secrets.ts';
import { parkUnpaid } from './unpaid.ts';

interface SendOptions {
  /** All steps, when they are not stored yet. */
  readonly freeze?: readonly StepRecord[];
  /** Whether it is a repeat under the open attempt, with the same key and the same bytes. */
  readonly again?: boolean;
}

/** Arms a step and sends it: the only place from which a post leaves. */
export async function sendStep(
  given: Delivery,
  record: StepRecord,
  { freeze, again = false }: SendOptions,
): Promise<Progressing> {
  const { context, claim, publication } = given;
  const delivery: Delivery = freeze ? { ...given, claim: { ...claim, steps: freeze } } : given;
  const { step } = record;
  const delaySeconds = await askTheTime(delivery, step);
  if (delaySeconds !== undefined) {
    const why = 'the platform has not told its time yet';
    return judge(delivery, { event: 'waiting', data: { why }, delaySeconds, countsAsTry: true });
  }
  const stored = await readCredentials(context, given.account);
  // Its time runs from before it is armed: a process that was stopped in between must not send.
  const world = withApprovedMedia(context, publication);
  const io = openIo({ ...given, context: world }, stored.credentials, step);
  const serverNowAt = context.serverTimes.now(claim.entry.account);
  const likeness = likenessOf(publication, step);
  const charges = chargesFor(given, step.costs);
  const arming = await context.outbox.arm(claim, {
    step: step.id,
    ...(freeze ? { freeze: freeze.map((each) => each.step) } : {}),
    charges,
    timeoutSeconds: step.timeoutSeconds,
    ...(serverNowAt === undefined ? {} : { serverNowAt }),
    ...(likeness === undefined ? {} : { likeness }),
    ...(step.price && { price: step.price, limits: context.spending }),
    again,
  });
  switch (arming.status) {
    case 'armed':
      return runStep({ ...delivery, record, attempt: arming.attempt }, io, stored);
    case 'wait':
      return waitForRoom(delivery, charges, arming);
    case 'twin':
      return waitForTwin(delivery, step, arming);
    case 'over-limit':
      return parkUnpaid(delivery, step, arming);
    case 'lost':
    default:
      return giveBack(delivery);
  }
}

/** It is written down, and may leave. */
async function runStep(
  open: OpenAttempt,
  io: OpenIo,
  { revision, credentials }: StoredCredentials,
): Promise<Progressing> {
  const { context, platform, publication, record, attempt } = open;
  const { step } = record;
  context.watch.seconds(publication.id, attempt);
  report(open, { kind: 'sending', step: step.id, attempt: attempt.number });
  const secrets = secretValues(platform, credentials);
  const running = io.use(async (access) => {
    const result = platform.run(publication.account, step, progressOf(open, record), access);
    // An answer after its time is still a fact, and facts are stored whoever learns them.
    void recordLate(result, (late) =>
      access.signal?.aborted ? learn(open, late, { secrets, late: true }) : undefined,
    );
    return result;
  });
  const result = await running.catch((error: unknown): StepResult => {
    const failure: Failure =
      error instanceof OutOfTime
        ? { kind: 'unknown', message: error.message }
        : failureFrom(error, secrets);
    return { status: 'ambiguous', failure };
  });
  const proved = redactFailure(proveUnsent(io, step, result, secrets), secrets);
  const progressing = await conclude(open, proved, { secrets, credentialsRevision: revision });
  await io.teach();
  return progressing;
}

async function conclude(
  open: OpenAttempt,
  result: StepResult,
  {
    secrets,
    credentialsRevision,
  }: { readonly secrets: readonly string[]; readonly credentialsRevision: string },
): Promise<Progressing> {
  switch (result.status) {
    case 'done': {
      const learnt = await learn(open, result, { secrets });
      if (learnt !== 'foreign') return learnt;
      return doubt(open, { kind: 'unknown', message: 'the answer names another post' });
    }
    case 'pending': {
      const { context, publication, record, attempt } = open;
      const now = context.clock.now();
      const delaySeconds = secondsUntil(result.notBefore, now) ?? 0;
      await context.outbox.learn(publication.id, attempt, {
        kind: 'pending',
        checkpoint: result.checkpoint,
        notBeforeAt: now + delaySeconds * 1000,
      });
      context.watch.forget(publication.id, attempt);
      return judge(open, { delaySeconds, event: 'waiting', data: { step: record.step.id } });
    }
    case 'rejected':
      return refuse(open, result.failure, credentialsRevision);
    case 'ambiguous':
    default:
      return doubt(open, result.failure);
  }
}

/** Whatever an adapter makes of it: when no request left, or none that shows anything, nothing happened. */
function proveUnsent(
  io: OpenIo,
  { visibility }: Step,
  result: StepResult,
  secrets: readonly string[],
): StepResult {
  if (result.status !== 'ambiguous') return result;
  const error = io.unopened();
  if (error !== undefined && (visibility === 'none' || !io.hasSent())) {
    return { status: 'rejected', failure: unopenedFailure(error, secrets) };
  }
  return io.heldBack()
    ? { status: 'rejected', failure: { ...result.failure, kind: 'not-sent' } }
    : result;
}

/** Stores an answer that came after its time; a failure that late tells nothing. */
async function recordLate(
  result: Promise<StepResult>,
  record: (late: Extract<StepResult, { status: 'done' }>) => Promise<unknown> | undefined,
): Promise<void> {
  try {
    const late = await result;
    if (late.status === 'done') await record(late);
  } catch {
    // Whoever waits for the result hears of it there.
  }
}

/** A budget is full, or somebody more urgent goes first: the outbox has taken the claim back. */
function waitForRoom(
  delivery: Delivery,
  charges: readonly Charge[],
  { bucket, behind, untilAt }: Extract<Arming, { status: 'wait' }>,
): Progressing {
  const full = charges.find((charge) => charge.bucket === bucket);
  if (full && full.windows.length > 0) delivery.context.budgets.set(bucket, full);
  const why = behind === undefined ? `${bucket} has no room` : `"${behind}" is more urgent`;
  report(delivery, { kind: 'waiting', until: instant(untilAt), why });
  return 'stop';
}

/** In a listing the two could not be told apart: one after the other, so that each is known for sure. */
async function waitForTwin(
  delivery: Delivery,
  { timeoutSeconds }: Step,
  { publication: twin }: Extract<Arming, { status: 'twin' }>,
): Promise<Progressing> {
  const why = `waiting until it is known whether "${twin}" is out, which says the same`;
  const data = { why };
  return judge(delivery, { delaySeconds: timeoutSeconds, event: 'waiting', data, note: why });
}

/** Somebody paused or stopped it between claim and arming, or took it over. */
async function giveBack(delivery: Delivery): Promise<Progressing> {
  const { outbox } = delivery.context;
  const claim = await outbox.reload(delivery.claim);
  if (!claim) return 'stop';
  if (claim.entry.stopRequested) return 'again';
  return judge(delivery, { event: 'waiting', data: { why: 'it was changed or paused' } });
}

/** What earlier steps left for this one. */
export function progressOf({ claim }: Delivery, { checkpoint }: StepRecord) {
  const outputs = Object.fromEntries(
    claim.steps.flatMap(({ step, output }) => (output ? [[step.id, output]] : [])),
  );
  return { outputs, ...(checkpoint === undefined ? {} : { checkpoint }) };
}

function redactFailure(result: StepResult, secrets: readonly string[]): StepResult {
  if (result.status !== 'rejected' && result.status !== 'ambiguous') return result;
  return { ...result, failure: redact<Failure>(result.failure, secrets) };
}
