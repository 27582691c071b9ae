import { PlatformError, type Json, type StepOutput, type StepResult } from '@affiche/core';
import type { Diagnosis } from './error-table.ts';

/** A step that did its work, and how we know. */
export function done(output: StepOutput, statement: string, facts?: Json): StepResult {
  return {
    status: 'done',
    output,
    evidence: { statement, ...(facts !== undefined && { facts }) },
  };
}

/** A step that did not: `rejected` only where nothing can have been made. */
export function failed({ failure, absent }: Diagnosis): StepResult {
  return { status: absent ? 'rejected' : 'ambiguous', failure };
}

/** A step that only asked, and got no answer: nothing can have been made, so nothing is in doubt. */
export function unanswered({ failure }: Diagnosis): StepResult {
  return { status: 'rejected', failure };
}

/** A step that was refused before anything was sent, because it could not have worked. */
export function refused(message: string, hint: string): StepResult {
  return { status: 'rejected', failure: { kind: 'invalid', message, hint } };
}

/** The error to throw where a call only reads, and there is nothing to decide. */
export function platformError({ failure }: Diagnosis): PlatformError<'platform-call-failed'> {
  return new PlatformError('platform-call-failed', {
    message: failure.message,
    ...(failure.hint !== undefined && { hint: failure.hint }),
    details: { failure },
  });
}
