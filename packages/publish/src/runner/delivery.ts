import { instant, type Publication } from '@affiche/core';
import type { Attempt, StepRecord } from '../outbox/entry.ts';
import type { Claim, Judgement } from '../outbox/outbox.ts';
import type { PublishEvent } from './events.ts';
import type { PlatformAccount } from './platform-account.ts';

/** Whether there is more to do now, or the publication was given back. */
export type Progressing = 'again' | 'stop';

/** A claimed publication on its way. */
export interface Delivery extends PlatformAccount {
  readonly claim: Claim;
  readonly publication: Publication;
}

/** A delivery with a step that was armed, and of which nobody knows yet what came. */
export interface OpenAttempt extends Delivery {
  readonly record: StepRecord;
  readonly attempt: Attempt;
}

/** Which attempt a line of the log is about. */
export function attemptData({ attempt }: OpenAttempt) {
  return { step: attempt.step, attempt: attempt.number };
}

/** Stores a judgement; tells whether the claim still stands. */
export async function judge(
  { context, claim }: Delivery,
  judgement: Judgement,
  progressing: Progressing = 'stop',
): Promise<Progressing> {
  const stands = await context.outbox.judge(claim, judgement);
  return stands ? progressing : 'stop';
}

/**
 * Stores how a publication ended, and tells whoever listens: only a person begins it again. Whoever was
 * overtaken stores nothing, and has nothing to tell.
 */
export async function end(
  delivery: Delivery,
  judgement: Omit<Judgement, 'delaySeconds'>,
  event: Happening,
): Promise<Progressing> {
  const { context, claim } = delivery;
  const stands = await context.outbox.judge(claim, { ...judgement, delaySeconds: null });
  if (stands) report(delivery, event);
  return 'stop';
}

/** Tells whoever listens. */
export function report({ context, claim, publication }: Delivery, event: Happening): void {
  context.emit(() => ({
    ...event,
    at: instant(context.clock.now()),
    publication: publication.id,
    account: claim.entry.account,
  }));
}

type WithoutOrigin<Event> = Event extends { readonly publication: string }
  ? Omit<Event, 'at' | 'publication' | 'account'>
  : never;

/** What happened to the publication of a delivery, before it is said to which and when. */
type Happening = WithoutOrigin<PublishEvent>;
