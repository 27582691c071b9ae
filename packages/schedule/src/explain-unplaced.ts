import type { Idea } from './calendar-input.ts';
import type { PlacementProblem } from './placement-problem.ts';
import type { PlacementSolution } from './solve-placement.ts';

const obstacles: Readonly<Record<string, string>> = {
  gap: 'too close to another post',
  perDay: 'the day is full',
  perWeek: 'the week is full',
  pillarPerWeek: 'its pillar has had its posts of the week',
  audience: 'its audience has had its posts of the day',
  rolling: 'a rolling quota is used up',
};

/** Why a post found no place, in one sentence. */
export function explainUnplaced(
  { slots, posts }: PlacementProblem,
  { state }: PlacementSolution,
  post: number,
  idea: Idea,
): string {
  const own = posts[post];
  if (!own) return 'it is not part of the plan';
  if (slots.length === 0) return 'quiet hours, days off and the approval lead leave no time at all';
  if (own.firstSlot >= own.endSlot) {
    const from = idea.notBefore ? ` from ${idea.notBefore.date} ${idea.notBefore.time}` : '';
    const to = idea.deadline ? ` until ${idea.deadline.date} ${idea.deadline.time}` : '';
    return `its own window${from}${to} has no allowed time in this calendar`;
  }
  const counts = new Map<string, number>();
  for (let slot = own.firstSlot; slot < own.endSlot; slot += 1) {
    const obstacle = state.obstacle(own.kind, slot);
    if (obstacle) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  }
  const times = own.endSlot - own.firstSlot;
  const reasons = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, count]) => `${obstacles[name] ?? name} at ${count}`);
  return reasons.length === 0
    ? 'it is worth less than nothing in every hour'
    : `none of its ${times} possible times is free: ${reasons.join(', ')}`;
}
