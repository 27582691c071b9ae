import type { Attempt, StepRecord } from '../outbox/entry.ts';

/** After so many attempts, a step is not refused for want of a fresh upload. */
const mostAttempts = 3;

/**
 * The steps to run again before a step that was refused because something is gone: uploads and
 * containers live for a while only. Steps that anybody can see are never among them.
 */
export function stepsToRestart(
  steps: readonly StepRecord[],
  { step }: StepRecord,
  { number }: Attempt,
): string[] {
  if (number >= mostAttempts) return [];
  const byId = new Map(steps.map((record) => [record.step.id, record]));
  const found = new Set<string>();
  const visit = (id: string): void => {
    const needed = byId.get(id);
    if (!needed || found.has(id) || needed.step.visibility !== 'none') return;
    if (needed.state === 'done') found.add(id);
    for (const each of needed.step.needs) visit(each);
  };
  for (const id of step.needs) visit(id);
  return [...found];
}
