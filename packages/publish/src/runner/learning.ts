import { type Evidence, redact, type StepOutput } from '@affiche/core';
import { type OpenAttempt, type Progressing, report } from './delivery.ts';

/** How an answer is taken in. */
interface LearnOptions {
  /** What the evidence must not show. */
  readonly secrets: readonly string[];
  /** Whether it came after its time, when the claim may be anybody's. */
  readonly late?: boolean;
}

/**
 * Stores that a step happened, and tells when it was the one that published. Ends the delivery where
 * that was all there is to do. `foreign`: the post belongs to another publication.
 */
export async function learn(
  open: OpenAttempt,
  { output, evidence }: { readonly output: StepOutput; readonly evidence: Evidence },
  { secrets, late = false }: LearnOptions,
): Promise<Progressing | 'foreign'> {
  const { context, publication, attempt } = open;
  const fact = { kind: 'done', output, evidence: redact(evidence, secrets) } as const;
  const { account } = open.claim.entry;
  const outcome = await context.outbox.learn(publication.id, attempt, fact, { account });
  if (outcome === 'foreign') return outcome;
  context.watch.forget(publication.id, attempt);
  if (outcome === 'known') return 'again';
  report(open, { kind: 'step-done', step: attempt.step });
  const { entry, steps } = open.claim;
  // Whatever ended, or was taken back, while an answer was late knows better than the claim.
  const isOnlyStep = !late && steps.length === 1 && entry.state === 'planned';
  const now = isOnlyStep ? undefined : (await context.outbox.find([publication.id]))[0];
  if (isOnlyStep || (now?.state === 'published' && entry.state !== 'published')) {
    report(open, {
      kind: 'published',
      ...(output.url === undefined ? {} : { url: output.url }),
    });
  }
  return isOnlyStep ? 'stop' : 'again';
}
