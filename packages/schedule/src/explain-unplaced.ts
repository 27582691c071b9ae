import type { Idea } from './calendar-input.ts';
import type { PlacementPost, PlacementProblem } from './placement-problem.ts';
import type { PlacementState } from './placement-state.ts';
import type { PlacementSolution } from './solve-placement.ts';

const obstacles: Readonly<Record<string, string>> = {
  gap: 'too close to another post',
  'per-day': 'the day is full',
  'per-week': 'the week is full',
  'pillar-per-week': 'its pillar has had its posts of the week',
  audience: 'its audience has had its posts of the day',
  rolling: 'a rolling quota is used up',
};

/**
 * Why a post found no place, in one sentence: all that stands against each of its possible times.
 *
 * @param known - What was said of others: against posts of one kind and one window stands the same.
 */
export function explainUnplaced(
  { slots, posts }: PlacementProblem,
  { state }: PlacementSolution,
  post: number,
  { value, notBefore, deadline }: Idea,
  known: Map<string, string>,
): string {
  const own = posts[post] as PlacementPost;
  const { kind, firstSlot, endSlot } = own;
  if (!(own.value > 0)) return `its value is ${value}, and only a value above 0 is worth a post`;
  if (slots.length === 0) return 'quiet hours, days off and the approval lead leave no time at all';
  if (firstSlot >= endSlot) {
    const from = notBefore ? ` from ${notBefore.date} ${notBefore.time}` : '';
    const to = deadline ? ` until ${deadline.date} ${deadline.time}` : '';
    return `its own window${from}${to} has no allowed time in this calendar`;
  }
  const like = [kind, firstSlot, endSlot].join();
  const reason = known.get(like) ?? whatStandsAgainst(own, state);
  known.set(like, reason);
  return reason;
}

function whatStandsAgainst(
  { kind, firstSlot, endSlot }: PlacementPost,
  state: PlacementState,
): string {
  const counts = new Map<string, number>();
  for (let slot = firstSlot; slot < endSlot; slot += 1) {
    const names = [...new Set(state.obstacles(kind, slot).map((name) => obstacles[name] ?? name))];
    if (names.length === 0) return 'every time left to it is worth less than nothing';
    const reason = names.join(' and ');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${reason} at ${count}`);
  return `none of its ${endSlot - firstSlot} possible times is free: ${reasons.join(', ')}`;
}
