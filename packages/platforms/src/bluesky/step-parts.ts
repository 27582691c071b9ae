import type { Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';

/** The name of the step that publishes an item. */
export function postStepId(item: number): string {
  return `post-${item}`;
}

/** A step that only asks. */
export function readStep(id: string, kind: string, request: Json): Step {
  return invisibleStep(id, kind, request, { buckets: ['requests'], timeoutSeconds: 15 });
}
