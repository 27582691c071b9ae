import type { Reconciled } from '@affiche/core';
import type { Diagnosis } from './error-table.ts';
import { platformError } from './step-result.ts';

/** Nobody can tell. */
export type Unclear = Extract<Reconciled, { status: 'inconclusive' }>;

/** What is known of a step that shows nobody anything: whether it was done or not, it may be repeated. */
export const unseen: Reconciled = {
  status: 'absent',
  evidence: { statement: 'nobody sees this step, and it may be repeated' },
};

/** A post among those that an account's list shows. */
interface Listed {
  readonly id: string;
  readonly url?: string | undefined;
}

/**
 * Whether a post was made, by those in the account's list that say the same: one is it, none is
 * none, and of several nobody can tell.
 */
export function lookupVerdict(matches: readonly Listed[], looked: string): Reconciled {
  const [match] = matches;
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { status: 'inconclusive', why: `${matches.length} of ${looked} say the same: ${ids}` };
  }
  if (!match) {
    return { status: 'absent', evidence: { statement: `none of ${looked} says the same` } };
  }
  const { id, url } = match;
  return {
    status: 'applied',
    output: { id, ...(url !== undefined && { url }) },
    evidence: { statement: `${id} of ${looked} says the same` },
  };
}

/**
 * What a look that was refused tells: nothing.
 *
 * @throws PlatformError `platform-call-failed` where the token has ended, so that it is renewed.
 */
export function cannotLook(diagnosis: Diagnosis): Unclear {
  const { kind, message, retryAt } = diagnosis.failure;
  if (kind === 'auth-expired') throw platformError(diagnosis);
  return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
}
