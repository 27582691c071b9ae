import { epochMilliseconds } from '@affiche/core';
import { followLevel, steadyLevel } from './account-trend.ts';
import { controlReader } from './control-columns.ts';
import type { MixedBelief } from './mix-beliefs.ts';
import type { PostObservation } from './observation.ts';
import type { PostingTimeState } from './posting-time-state.ts';
import { findingOf, screenHistory } from './screen-history.ts';
import { evidenceSums } from './slot-evidence.ts';
import { steady, steadyWeight } from './steady-number.ts';

const dayMilliseconds = 86_400_000;

/** The state after one more post. Time moves on to its measurement, and older posts fade by as much. */
export function foldIn(
  state: PostingTimeState,
  post: PostObservation,
  { mean, controls }: Pick<MixedBelief, 'mean' | 'controls'>,
): PostingTimeState {
  if (state.posts.some(({ id }) => id === post.id))
    return { ...state, findings: [...state.findings, findingOf('duplicate-post', 1)] };
  const asOf = post.measuredAt > state.asOf ? post.measuredAt : state.asOf;
  const {
    posts,
    publishedAt: moments,
    slots,
    logValues,
    findings,
  } = screenHistory([post], {
    ...state,
    now: asOf,
  });
  const publishedAt = moments[0];
  const slot = slots[0];
  if (posts.length === 0 || publishedAt === undefined || slot === undefined)
    return { ...state, findings: [...state.findings, ...findings] };
  const halfLife = state.halfLifeDays * dayMilliseconds;
  const elapsed = epochMilliseconds(asOf) - epochMilliseconds(state.asOf);
  const on = controlReader(state.columns)(post);
  let explained = mean[slot] as number;
  for (let index = 0; index < on.count; index += 1) {
    explained += (on.values[index] as number) * (controls[on.columns[index] as number] as number);
  }
  const step = followLevel(state.accounts[post.account], {
    value: logValues[0] as number,
    moment: publishedAt,
    explained,
  });
  const residual = steady(step.residual);
  const sums = evidenceSums(state.columns.names.length, {
    earlier: state.evidence,
    fade: steadyWeight(2 ** (-elapsed / halfLife)),
  });
  const weight = steadyWeight(2 ** ((publishedAt - epochMilliseconds(asOf)) / halfLife));
  sums.add(slot, residual, weight, on);
  return {
    ...state,
    asOf,
    accounts: { ...state.accounts, [post.account]: steadyLevel(step.account) },
    posts: [...state.posts, { id: post.id, slot, residual, publishedAt }],
    evidence: sums.evidence(),
  };
}
