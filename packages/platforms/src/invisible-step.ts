import type { Json, Step } from '@affiche/core';
import { referencedSteps } from './output-reference.ts';

/** What an invisible step takes. */
interface InvisibleStepOptions {
  /** One point each: what the calls of the step are counted in. */
  readonly buckets: readonly string[];
  readonly timeoutSeconds: number;
  /** @defaultValue 'none' */
  readonly recognition?: 'handle' | 'none';
}

/** A step that shows nobody anything, so that it may be repeated freely: an upload, a question. */
export function invisibleStep(
  id: string,
  kind: string,
  request: Json,
  { buckets, timeoutSeconds, recognition = 'none' }: InvisibleStepOptions,
): Step {
  return {
    id,
    kind,
    visibility: 'none',
    recognition,
    needs: referencedSteps(request),
    costs: buckets.map((bucket) => ({ bucket, points: 1 })),
    timeoutSeconds,
    settleSeconds: 0,
    request,
  };
}
