import type { Finding, Instant, Random, Zone } from '@affiche/core';
import type { AudienceSegment } from './audience/audience-activity.ts';
import { chooseCoverage, type CoverageChoice, type CoverageOptions } from './coverage-slots.ts';
import { chooseSlot, type Proposal } from './propose-slot.ts';
import { foldIn } from './fold-in.ts';
import { type HourOfWeek, hoursPerWeek } from './hour-of-week.ts';
import { conditionBeliefs } from './mix-beliefs.ts';
import type { Objective, PostObservation } from './observation.ts';
import { once } from './once.ts';
import type { PostingTimeState } from './posting-time-state.ts';
import { choosePrime } from './prime-slots.ts';
import { estimateSlots, type Signal, signalOf, type SlotEstimate } from './slot-estimate.ts';
import { type SlotContribution, traceContributions } from './trace-slot.ts';
import { hedge } from './slot-prior.ts';

/** Which hours suit an account, and how sure that is. An immutable value; `update` gives another. */
export interface PostingTimeModel {
  readonly zone: Zone;
  readonly objective: Objective;
  readonly asOf: Instant;
  /** Whether the account's own posts show that hours matter at all. */
  readonly signal: Signal;
  /** How many posts it has learnt from. */
  readonly posts: number;
  /** What was wrong with the history. */
  readonly findings: readonly Finding[];
  /** The 168 hours of the week, 0 being Monday 00:00. */
  surface(): readonly SlotEstimate[];
  /** The best hours, best first, at least `minGapHours` apart on the round of the week (default 1). */
  primeSlots(count: number, options?: { readonly minGapHours?: number }): SlotEstimate[];
  /**
   * Hours that together reach an audience of several zones or habits: a share for the best hours,
   * the rest where it adds most people, the least reached segment counting extra.
   */
  coverageSlots(
    count: number,
    audience: readonly AudienceSegment[],
    options?: CoverageOptions,
  ): CoverageChoice;
  /** The posts behind the estimate of an hour, the strongest first. */
  trace(slot: HourOfWeek): SlotContribution[];
  /**
   * Chooses one of the available hours, the promising ones more often, and says how likely the
   * choice was, so that the log can be evaluated later. `exploration` scales the posterior's
   * standard deviation (default 0.35).
   */
  propose(
    random: Random,
    available: readonly HourOfWeek[],
    options?: { readonly exploration?: number; readonly draws?: number },
  ): Proposal;
  /** The model after one more post. A post that cannot be used leaves a finding. */
  update(post: PostObservation): PostingTimeModel;
  /** Plain data; `postingTimeModel` makes a model of it again. */
  toJSON(): PostingTimeState;
}

/**
 * Makes a model of its state: what `toJSON` gave, possibly after a trip through JSON.
 *
 * ```ts
 * import { fitPostingTimes, postingTimeModel } from '@affiche/schedule';
 *
 * const options = { zone: 'UTC', objective: 'traffic', now: '2027-01-04T08:00:00Z' } as const;
 * const model = fitPostingTimes([], options);
 * const again = postingTimeModel(JSON.parse(JSON.stringify(model)));
 * again.surface(); // => model.surface()
 * ```
 */
export function postingTimeModel(state: PostingTimeState): PostingTimeModel {
  const beliefs = hedge(state.prior);
  const posterior = once(() => conditionBeliefs(beliefs, state.evidence));
  const known = once(() => posterior().parts());
  const mattering = once(() => posterior().parts(({ doubt }) => doubt));
  const choosing = once(() =>
    state.trustPrior
      ? posterior()
          .parts(({ doubt }) => Number(doubt > 0))
          .map((part) => ({
            ...part,
            // What is agreed on is taken as known: chance only says how far from it hours may be.
            belief: { ...part.belief, mean: posterior().mean },
          }))
      : posterior().parts(({ isOpen }) => (isOpen ? 1 : 0)),
  );
  const surface = once(() =>
    estimateSlots({
      before: beliefs,
      after: known(),
      mattering: mattering(),
      evidence: state.evidence,
      signal: signalOf(posterior().logEvidence),
      scale: usualScale(state),
    }),
  );
  return {
    zone: state.zone,
    objective: state.objective,
    asOf: state.asOf,
    get signal() {
      return signalOf(posterior().logEvidence);
    },
    get posts() {
      return state.posts.length;
    },
    findings: state.findings,
    surface,
    primeSlots: (count, { minGapHours = 1 } = {}) => choosePrime(surface(), count, minGapHours),
    coverageSlots: (count, audience, options = {}) =>
      chooseCoverage(choosePrime(surface(), hoursPerWeek, 1), count, audience, {
        zone: state.zone,
        asOf: state.asOf,
        ...options,
      }),
    trace: (slot) => traceContributions(known(), state, slot, usualScale(state)),
    propose: (random, available, options) => chooseSlot(choosing(), random, available, options),
    update: (post) => postingTimeModel(foldIn(state, post, posterior())),
    toJSON: () => state,
  };
}

/** The spread of one post in log points, over all accounts of the model. */
function usualScale({ accounts }: PostingTimeState): number {
  const scales = Object.values(accounts).map(({ scale }) => scale);
  return scales.length === 0 ? 1 : scales.reduce((sum, scale) => sum + scale, 0) / scales.length;
}
