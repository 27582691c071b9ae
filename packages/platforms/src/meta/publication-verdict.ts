import type { Instant, Reconciled } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { platformError } from '../step-result.ts';

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
export function publicationVerdict(
  status: string,
  matches: readonly Match[],
  retryAt: Instant,
): Reconciled {
  const [match] = matches;
  if (matches.length === 1 && match && status === 'PUBLISHED') {
    const { id, permalink: url } = match;
    return {
      status: 'applied',
      output: { id, ...(url !== undefined && { url }) },
      evidence: { statement: `the container is published, and the post ${id} says the same` },
    };
  }
  if (!match && unpublished.has(status)) {
    const statement = `the container is ${status}, and no post since then says the same`;
    return { status: 'absent', evidence: { statement } };
  }
  const why = `the container is ${status}, and ${matches.length} posts say the same`;
  return { status: 'inconclusive', why, retryAt };
}

/**
 * What is known of a container that did not say where it stands: nothing where it is gone, for the
 * account's posts may tell; otherwise that nobody can tell.
 *
 * @throws {@link PlatformError} `platform-call-failed` where the token has ended, so that it is renewed.
 */
export function silentContainer(diagnosis: Diagnosis): 'UNKNOWN' | Reconciled {
  const { kind, message, retryAt } = diagnosis.failure;
  if (kind === 'auth-expired') throw platformError(diagnosis);
  if (kind === 'gone') return 'UNKNOWN';
  return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
}
