import type { StepOutput, StepResult } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { done, unanswered } from '../step-result.ts';

const passing = new Set(['auth-expired', 'rate-limited', 'transient', 'not-sent']);

/** A question whose answer nothing depends on: it waits for what passes, and goes on without the rest. */
export function unlessPassing(diagnosis: Diagnosis, output: StepOutput): StepResult {
  const { kind, message } = diagnosis.failure;
  if (passing.has(kind)) return unanswered(diagnosis);
  return done(output, `the network did not say: ${message}`);
}
