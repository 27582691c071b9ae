import type { Draft } from '@affiche/core';
import type { AdaptOptions } from './options.ts';
import type { Trial } from './trial.ts';

/** What a strategy may look at. */
export interface Surroundings {
  /** Which item of the draft it is. */
  readonly index: number;
  readonly trial: Trial;
  readonly draft: Draft;
  readonly options: AdaptOptions;
}
