import {
  type Evidence,
  type Failure,
  instant,
  redact,
  type Step,
  type StepResult,
  type StepOutput,
} from '@affiche/core';
import type { Attempt, StepRecord } from '../outbox/entry.ts';
import type { Fact } from '../outbox/outbox.ts';
import { chargesFor } from './charges.ts';
import { secondsUntil } from './credible-moment.ts';
import { readCredentials } from './credentials.ts';
import { type Delivery, judge, type Progressing, report } from './delivery.ts';
import { likenessOf } from './likeness.ts';
import { askPlatform } from './platform-call.ts';
import { openIo, type OpenIo, OutOfTime } from './platform-io.ts';
import { doubt, refuse } from './refusal.ts';
import { parkUnpaid } from './unpaid.ts';
import { backoffSeconds, isTemporary } from './verdict.ts';
import { failureFrom, secretValues, unopenedFailure } from './secrets.ts';

/** Arms a step and sends it: the only place from which a post leaves. */
export async function sendStep(
  given: Delivery,
  record: StepRecord,
  freeze?: readonly StepRecord[],
  { again = false } = {},
): Promise<Progressing> {
  const { context, claim, platform, publication } = given;
  const delivery: Delivery = freeze ? { ...given, claim: { ...claim, steps: freeze } } : given;
  const { step } = record;
  const { account } = publication;
  const delaySeconds = await askTheTime(delivery, step);
  if (delaySeconds !== undefined) {
    const why = 'the platform has not told its time yet';
    return judge(delivery, { event: 'waiting', data: { why }, delaySeconds, countsAsTry: true });
  }
  const stored = await readCredentials(context, account);
  // Its time runs from before it is armed: a process that was stopped in between must not send.
  const io = openIo(context, platform, account, stored.credentials, step);
  const serverNowAt = context.serverTimes.now(claim.entry.account);
  const likeness = likenessOf(publication, step);
  const charges = chargesFor(platform, account, step.costs, context.address);
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
  if (arming.status === 'wait') {
    const full = charges.find(({ bucket }) => bucket === arming.bucket);
    if (full && full.windows.length > 0) context.budgets.set(full.bucket, full);
    const { behind } = arming;
    const why =
      behind === undefined ? `${arming.bucket} has no room` : `"${behind}" is more urgent`;
    report(delivery, { kind: 'waiting', until: instant(arming.untilAt), why });
    return 'stop';
  }
  if (arming.status === 'twin') return waitForTwin(delivery, step, arming.publication);
  if (arming.status === 'over-limit') return parkUnpaid(delivery, step, arming);
  if (arming.status === 'lost') return giveBack(delivery);
  const { attempt } = arming;
  context.watch.seconds(publication.id, attempt);
  report(delivery, { kind: 'sending', step: step.id, attempt: attempt.number });
  const secrets = secretValues(platform, stored.credentials);
  const running = io.use(async (access) => {
    const result = platform.run(account, step, progressOf(delivery, record), access);
    // An answer after its time is still a fact, and facts are stored whoever learns them.
    void recordLate(result, (late) =>
      access.signal?.aborted ? learn(delivery, attempt, late, secrets, { late: true }) : undefined,
    );
    return result;
  });
  const result = await running.catch((error: unknown): StepResult => {
    if (!(error instanceof OutOfTime))
      return { status: 'ambiguous', failure: failureFrom(error, secrets) };
    return { status: 'ambiguous', failure: { kind: 'unknown', message: error.message } };
  });
  const proved = proveUnsent(io, step, result, secrets);
  const progressing = await conclude(delivery, record, attempt, redactFailure(proved, secrets), {
    secrets,
    credentials: stored.revision,
  });
  await io.teach();
  return progressing;
}

async function conclude(
  delivery: Delivery,
  record: StepRecord,
  attempt: Attempt,
  result: StepResult,
  { secrets, credentials }: { readonly secrets: readonly string[]; readonly credentials: string },
): Promise<Progressing> {
  const { context, publication } = delivery;
  switch (result.status) {
    case 'done': {
      const learnt = await learn(delivery, attempt, result, secrets);
      if (learnt !== 'foreign') return learnt;
      const message = 'the answer names another post';
      return doubt(delivery, record, attempt, { kind: 'unknown', message });
    }
    case 'pending': {
      const now = context.clock.now();
      const delaySeconds = secondsUntil(result.notBefore, now) ?? 0;
      const notBeforeAt = now + delaySeconds * 1000;
      const fact: Fact = { kind: 'pending', checkpoint: result.checkpoint, notBeforeAt };
      await context.outbox.learn(publication.id, attempt, fact);
      context.watch.forget(publication.id, attempt);
      return judge(delivery, { delaySeconds, event: 'waiting', data: { step: record.step.id } });
    }
    case 'rejected':
      return refuse(delivery, record, attempt, result.failure, credentials);
    case 'ambiguous':
    default:
      return doubt(delivery, record, attempt, result.failure);
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

/**
 * Stores that a step happened, and tells when it was the one that published. Ends the delivery where
 * that was all there is to do.
 */
export async function learn(
  delivery: Delivery,
  attempt: Attempt,
  { output, evidence }: { readonly output: StepOutput; readonly evidence: Evidence },
  secrets: readonly string[],
  { late = false } = {},
): Promise<Progressing | 'foreign'> {
  const { context, publication } = delivery;
  const outcome = await context.outbox.learn(publication.id, attempt, {
    kind: 'done',
    output,
    evidence: redact(evidence, secrets),
  });
  if (outcome === 'foreign') return outcome;
  context.watch.forget(publication.id, attempt);
  if (outcome === 'known') return 'again';
  report(delivery, { kind: 'step-done', step: attempt.step });
  const { entry, steps } = delivery.claim;
  // Whatever ended, or was taken back, while an answer was late knows better than the claim.
  const isOnlyStep = !late && steps.length === 1 && entry.state === 'planned';
  const now = isOnlyStep ? undefined : (await context.outbox.find([publication.id]))[0];
  if (isOnlyStep || (now?.state === 'published' && entry.state !== 'published')) {
    report(delivery, {
      kind: 'published',
      ...(output.url === undefined ? {} : { url: output.url }),
    });
  }
  return isOnlyStep ? 'stop' : 'again';
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

/** In a listing the two could not be told apart: one after the other, so that each is known for sure. */
async function waitForTwin(
  delivery: Delivery,
  { timeoutSeconds }: Step,
  twin: string,
): Promise<Progressing> {
  const why = `waiting until it is known whether "${twin}" is out, which says the same`;
  return judge(delivery, {
    delaySeconds: timeoutSeconds,
    event: 'waiting',
    data: { why },
    note: why,
  });
}

/** Somebody paused or stopped it between claim and arming, or took it over. */
async function giveBack(delivery: Delivery): Promise<Progressing> {
  const { outbox } = delivery.context;
  const claim = await outbox.reload(delivery.claim);
  if (!claim) return 'stop';
  if (claim.entry.stopRequested) return 'again';
  return judge(delivery, { event: 'waiting', data: { why: 'it was changed or paused' } });
}

/**
 * Where a repeat is recognised by time, the platform's clock counts, and any answer tells it: before
 * the first post of this process we ask for one. Without it a post would be looked for by our own clock,
 * which may be an hour fast: where no answer came, tells for how long to wait before asking again.
 */
export async function askTheTime(
  { context, claim, platform, publication }: Delivery,
  { recognition }: Step,
): Promise<number | undefined> {
  const needsTime = recognition === 'client-key' || recognition === 'lookup';
  const isKnown = () => context.serverTimes.now(claim.entry.account) !== undefined;
  if (!needsTime || context.clock.during || isKnown()) return undefined;
  const { account } = publication;
  const { tries } = claim.entry;
  const asked = await askPlatform(context, platform, account, (io) => platform.facts(account, io));
  // Whoever answers without a date never tells it.
  if (asked.status === 'answered' || isKnown() || tries + 1 >= context.maxTries) return undefined;
  if (asked.status === 'wait') return Math.max(1, asked.delaySeconds);
  return isTemporary(asked.failure) ? backoffSeconds(tries) : undefined;
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
