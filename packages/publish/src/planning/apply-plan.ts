import { ConfigurationError, contentHash, epochMilliseconds, hasErrors } from '@affiche/core';
import type { Change } from '../outbox/outbox.ts';
import { namedPerson } from '../person.ts';
import type { RunnerContext } from '../runner/context.ts';
import { countChanges, type Plan, type PlannedChange, type PlannedKind, planHash } from './plan.ts';
import { zoneDataVersion } from './zone-data.ts';

/** Who approved a plan. */
export interface ApplyOptions {
  /** The person who approved: it goes into the log with every change. */
  readonly approvedBy: string;
  /** The hash that this person saw, when it comes from elsewhere than the plan itself. */
  readonly hash?: string;
}

/** Makes an approved plan's changes, all or none. */
export async function applyPlan(
  { outbox }: RunnerContext,
  plan: Plan,
  { approvedBy, hash = plan.hash }: ApplyOptions,
): Promise<Record<PlannedKind, number>> {
  namedPerson(approvedBy, 'approvedBy');
  if (hash !== plan.hash || planHash(plan) !== plan.hash || !hashesHold(plan)) {
    throw new ConfigurationError('plan-changed', {
      message: 'The plan is not the one that was approved: its content has another hash',
      hint: 'Make the plan again and have it approved again.',
      details: { approved: hash, found: planHash(plan) },
    });
  }
  const refused = plan.changes.filter(
    ({ kind, findings }) => kind !== 'keep' && hasErrors(findings),
  );
  if (refused.length > 0) {
    throw new ConfigurationError('plan-has-errors', {
      message: `${refused.length} of ${plan.changes.length} publications have errors: ${refused
        .slice(0, 5)
        .map(({ id }) => id)
        .join(', ')}`,
      hint: 'Mend what the findings say, or leave these publications out.',
      details: { publications: refused.map(({ id }) => id) },
    });
  }
  const changes = plan.changes.flatMap((change) => toChange(plan, change));
  const { stale } = await outbox.apply(changes, {
    approvedBy,
    plan: plan.hash,
    zoneData: zoneDataVersion(),
  });
  if (stale !== undefined) {
    throw new ConfigurationError('plan-stale', {
      message: `The publication "${stale}" changed after the plan was made`,
      hint: 'Make the plan again and have it approved again. Nothing was changed.',
      details: { publication: stale },
    });
  }
  return countChanges(plan.changes);
}

function hashesHold({ changes }: Plan): boolean {
  return changes.every(
    ({ publication, hash }) => publication === undefined || contentHash(publication) === hash,
  );
}

function toChange({ scope }: Plan, change: PlannedChange): Change[] {
  const { kind, id, publication, hash, at, basis } = change;
  if (kind === 'cancel') return [{ kind, id, basis }];
  if (kind === 'keep' || kind === 'locked' || !publication || at === undefined) return [];
  const dueAt = epochMilliseconds(at);
  return [
    { kind: kind === 'create' ? 'create' : 'update', publication, hash, dueAt, scope, basis },
  ];
}
