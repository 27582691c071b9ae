import type { Clock } from '@affiche/core';

/** Runs work during which a simulated clock stands still; real clocks do not wait for anybody. */
export function standStill<Result>(clock: Clock, work: () => Promise<Result>): Promise<Result> {
  return clock.during ? clock.during(work) : work();
}
