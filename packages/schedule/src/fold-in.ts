import { epochMilliseconds } from '@affiche/core';
import { controlsOf } from './control-columns.ts';
import type { PostObservation } from './observation.ts';
import type { AccountLevel, PostingTimeState } from './posting-time-state.ts';
import { screenHistory, type UsablePost } from './screen-history.ts';
import { gatherEvidence } from './slot-evidence.ts';

const dayMilliseconds = 86_400_000;
const outlier = 4;
// The level follows as a median of some eighty posts would; the spread a little slower.
const levelRate = 1 / 40;
const scaleRate = 1 / 80;

/** The state after one more post. Time moves on to its measurement, and older posts fade by as much. */
export function foldIn(state: PostingTimeState, post: PostObservation): PostingTimeState {
  if (state.posts.some(({ id }) => id === post.id)) return withDuplicate(state);
  const asOf = post.measuredAt > state.asOf ? post.measuredAt : state.asOf;
  const { posts, findings } = screenHistory([post], { ...state, now: asOf });
  const [usable] = posts;
  if (!usable) return { ...state, findings: [...state.findings, ...findings] };
  const halfLife = state.halfLifeDays * dayMilliseconds;
  const elapsed = epochMilliseconds(asOf) - epochMilliseconds(state.asOf);
  const { account, residual } = follow(state.accounts[post.account], usable);
  const row = {
    slot: usable.slot,
    residual,
    weight: 2 ** ((usable.publishedAt - epochMilliseconds(asOf)) / halfLife),
    controls: controlsOf(post, state.columns),
  };
  return {
    ...state,
    asOf,
    accounts: { ...state.accounts, [post.account]: account },
    posts: [
      ...state.posts,
      { id: post.id, slot: usable.slot, residual, publishedAt: usable.publishedAt },
    ],
    evidence: gatherEvidence([row], state.columns.names.length, {
      earlier: state.evidence,
      fade: 2 ** (-elapsed / halfLife),
    }),
  };
}

function follow(
  known: AccountLevel | undefined,
  { logValue }: UsablePost,
): { account: AccountLevel; residual: number } {
  // The first post of an account is its own level: it says nothing about its hour.
  if (!known) return { account: { level: logValue, scale: 1 }, residual: 0 };
  const standard = (logValue - known.level) / known.scale;
  const residual = Math.max(-outlier, Math.min(outlier, standard));
  const variance = known.scale ** 2 * (1 + scaleRate * (residual ** 2 - 1));
  return {
    account: {
      level: known.level + levelRate * residual * known.scale,
      scale: Math.sqrt(variance),
    },
    residual,
  };
}

function withDuplicate(state: PostingTimeState): PostingTimeState {
  return {
    ...state,
    findings: [
      ...state.findings,
      {
        rule: 'schedule/history/duplicate-post',
        severity: 'warning',
        path: ['history'],
        message: 'A post was folded in a second time; it counts once.',
        fix: 'Fold each post in once, when it is mature.',
      },
    ],
  };
}
