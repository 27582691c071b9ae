import type { Json, Step } from '@affiche/core';

/** The name of the step that publishes an item. */
export function postStepId(item: number): string {
  return `post-${item}`;
}

/** A step that only asks. */
export function readStep(id: string, kind: string, request: Json): Step {
  return {
    id,
    kind,
    visibility: 'none',
    recognition: 'none',
    needs: [],
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 15,
    settleSeconds: 0,
    request,
  };
}
