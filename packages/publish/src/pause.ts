import type { Pause } from './outbox/outbox.ts';
import { namedPerson } from './person.ts';
import type { RunnerContext } from './runner/context.ts';
import { scopeFilter } from './scope.ts';
import { describeEntries, type PublicationStatus } from './status.ts';

/** Stops everything, a client or an account, and tells what of it is being sent. */
export async function pauseScope(
  context: RunnerContext,
  pause: Omit<Pause, 'at'>,
): Promise<readonly PublicationStatus[]> {
  namedPerson(pause.by, 'by');
  const filter = scopeFilter(pause.scope);
  await context.outbox.pause(pause);
  const states = ['publishing', 'rolling-back'] as const;
  const sending = await context.outbox.list({ ...filter, states });
  return describeEntries(context, sending);
}

/** Lifts a stop. */
export async function resumeScope(
  { outbox }: RunnerContext,
  scope: string,
  by: string,
): Promise<void> {
  scopeFilter(scope);
  await outbox.resume(scope, namedPerson(by, 'by'));
}
