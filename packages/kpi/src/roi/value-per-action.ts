import type { Money } from '@affiche/core';
import type { Caveat } from '../kpi-value.ts';

/** Why an action is worth something: an experiment that found margin it caused. */
export interface ActionEvidence {
  /** The experiment or study, so that somebody can look it up. */
  readonly experiment: string;
  /** The margin it caused, over all the actions. */
  readonly incrementalMargin: Money;
  /** How many such actions there were. */
  readonly actions: number;
  /** The low end of the margin's interval: not above zero means nothing was shown. */
  readonly lowestMargin: Money;
}

/** What one like, follow or share is worth. */
export interface ActionValue {
  readonly action: string;
  /** Minor units per action; 0 until something shows otherwise. */
  readonly value: number;
  readonly evidence?: ActionEvidence;
  readonly caveats: readonly Caveat[];
}

/**
 * What an action such as a like is worth: nothing, unless an experiment shows otherwise.
 *
 * ```ts
 * import { valuePerAction } from '@affiche/kpi/roi';
 *
 * valuePerAction('like').value; // => 0
 * ```
 */
export function valuePerAction(action: string, evidence?: ActionEvidence): ActionValue {
  const refuse = (code: string, message: string): ActionValue => ({
    action,
    value: 0,
    ...(evidence ? { evidence } : {}),
    caveats: [{ code, message }],
  });
  if (!evidence) return refuse('no-evidence', 'Nothing shows that it causes margin.');
  const { actions, incrementalMargin, lowestMargin } = evidence;
  if (!(actions > 0)) return refuse('no-evidence', 'The experiment counted no such action.');
  if (lowestMargin.minor <= 0) {
    return refuse('includes-zero', 'No margin at all is among the plausible results.');
  }
  return { action, value: incrementalMargin.minor / actions, evidence, caveats: [] };
}
