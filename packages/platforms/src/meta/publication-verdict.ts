import { type Clock, type Instant, instant, type Reconciled, type StepResult } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { cannotLook, lookupVerdict, type Unclear } from '../lookup-verdict.ts';

/** A post of the account that says what was to be said. */
interface Match {
  readonly id: string;
  readonly permalink?: string | undefined;
}

const unpublished = new Set(['FINISHED', 'ERROR', 'EXPIRED']);

/**
 * Whether a container was published, and as which post. The container and the list of own posts must
 * agree; where they do not, nobody can tell yet.
 *
 * @param status - What the container says of itself, in the network's words.
 * @param retryAt - When to look again.
 */
function publicationVerdict(
  status: string,
  matches: readonly Match[],
  retryAt: Instant,
): Reconciled {
  const where = `the container is ${status}`;
  const agreed = matches.length === 0 ? unpublished.has(status) : status === 'PUBLISHED';
  if (!agreed || matches.length > 1) {
    const why = `${where}, and ${matches.length} posts say the same`;
    return { status: 'inconclusive', why, retryAt };
  }
  const posts = matches.map(({ id, permalink: url }) => ({ id, url }));
  return lookupVerdict(posts, `the posts since then (${where})`);
}

/** How to look for what became of a container. */
interface Publication {
  /** What the container says of itself, or how it did not. */
  readonly ask: () => Promise<string | Diagnosis>;
  /** The account's posts since then that say what was to be said, or why nobody can tell. */
  readonly find: () => Promise<readonly Match[] | Unclear>;
  /** Posts that are known to be others. */
  readonly claimed: ReadonlySet<string | undefined>;
  readonly clock: Clock;
}

// Lists lag behind containers for a while.
const patienceSeconds = 60;

/**
 * Asks the container whether it was published, and the account's own posts as which one. Of a container
 * that is gone the posts alone may tell.
 *
 * @throws {@link PlatformError} `platform-call-failed` where the token has ended, so that it is renewed.
 */
export async function settlePublication({
  ask,
  find,
  claimed,
  clock,
}: Publication): Promise<Reconciled> {
  const asked = await ask();
  if (typeof asked !== 'string' && asked.failure.kind !== 'gone') return cannotLook(asked);
  const found = await find();
  if ('status' in found) return found;
  return publicationVerdict(
    typeof asked === 'string' ? asked : 'UNKNOWN',
    found.filter(({ id }) => !claimed.has(id)),
    instant(clock.now() + patienceSeconds * 1000),
  );
}

/** A container that ended unpublished will not be published by asking again. */
export function endedContainer(id: string, status: string): StepResult | undefined {
  if (status !== 'EXPIRED' && status !== 'ERROR') return undefined;
  return {
    status: 'rejected',
    failure: {
      kind: 'gone',
      message: `The container ${id} is ${status}, and was never published`,
      hint: 'Publish it anew: containers live for 24 hours.',
    },
  };
}
