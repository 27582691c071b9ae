import type { Entry } from './outbox/entry.ts';
import { everyEntry } from './outbox/every-entry.ts';
import type { Pause } from './outbox/outbox.ts';
import { namedPerson } from './person.ts';
import type { RunnerContext } from './runner/context.ts';
import { scopeFilter } from './scope.ts';
import { describeEntries, type PublicationStatus } from './status.ts';

/** What is being sent while it is paused. */
export interface InFlight extends PublicationStatus {
  /**
   * The step that was sent and whose answer is not known: `post-0`, or `upload-0`, which shows nothing.
   * Absent between the steps of what is out in part.
   */
  readonly step?: string;
}

/** Stops everything, a client or an account, and tells what of it is being sent. */
export async function pauseScope(
  context: RunnerContext,
  pause: Omit<Pause, 'at'>,
): Promise<readonly InFlight[]> {
  namedPerson(pause.by, 'by');
  const filter = scopeFilter(pause.scope);
  const { outbox } = context;
  await outbox.pause(pause);
  const now = await outbox.now();
  const sending: Entry[] = [];
  const steps = new Map<string, string>();
  const states = ['planned', 'publishing', 'rolling-back'] as const;
  for await (const entry of everyEntry(outbox, { ...filter, states, to: now + 1 })) {
    if (!isHeld(entry, now)) continue;
    const { id } = entry.publication;
    const armed = (await outbox.steps(id)).find(({ attempt }) => attempt);
    if (armed) steps.set(id, armed.step.id);
    if (armed || entry.state !== 'planned') sending.push(entry);
  }
  const stands = await describeEntries(context, sending);
  return stands.map((each) => {
    const step = steps.get(each.id);
    return step === undefined ? each : { ...each, step };
  });
}

/** Whether somebody may be at work on it: what only waits is planned, and not asked for its steps. */
function isHeld({ state, nextAt = 0, waitsFor }: Entry, now: number): boolean {
  return state !== 'planned' || (nextAt > now && waitsFor === undefined);
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
