import type { Step } from '@affiche/core';
import { placeholders, type SqlTransaction } from './sql-database.ts';

/** Stores compiled steps, one of which is armed already. What they say never changes afterwards. */
export function freezeSteps(
  transaction: SqlTransaction,
  id: string,
  steps: readonly Step[],
  { armed }: { readonly armed: string },
): void {
  for (const [ordinal, step] of steps.entries()) {
    transaction.later(
      `INSERT INTO step (publication, ordinal, id, visibility, item, body, state) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (publication, id) DO NOTHING`,
      id,
      ordinal,
      step.id,
      step.visibility,
      step.item ?? null,
      JSON.stringify(step),
      step.id === armed ? 'armed' : 'waiting',
    );
  }
}

/** Stores where a step stands. */
export function setStep(
  transaction: SqlTransaction,
  id: string,
  step: string,
  state: string,
): void {
  transaction.later(`UPDATE step SET state = ? WHERE publication = ? AND id = ?`, state, id, step);
}

/** Forgets what steps made, so that they are run again. One that showed anything is left as it is. */
export async function restartSteps(
  transaction: SqlTransaction,
  id: string,
  steps: readonly string[],
): Promise<void> {
  if (steps.length === 0) return;
  await transaction.run(
    `UPDATE step SET state = 'waiting', output = NULL, checkpoint = NULL
     WHERE publication = ? AND visibility = 'none' AND state = 'done' AND id IN (${placeholders(steps)})`,
    id,
    ...steps,
  );
}
