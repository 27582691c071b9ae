import type { Draft } from '@affiche/core';
import type { z } from 'zod';
import { Id } from './field.ts';
import { openObject } from './open-object.ts';
import { Role } from './role.ts';
import type { Team } from './team.ts';

/** The yes of one member to one draft, given in one role. */
export const Approval = openObject({ role: Role, by: Id });
/** The yes of one member to one draft. */
export type Approval = z.infer<typeof Approval>;

/** Whether a draft may go out. */
export interface ApprovalState {
  readonly approved: boolean;
  /** The roles whose yes is missing, in the order in which it is asked. */
  readonly missing: readonly Role[];
  /** Whether the author approved it too, alone. */
  readonly selfApproved: boolean;
}

/**
 * Whose yes a draft still needs. Art direction is asked only where there is something to see;
 * a yes counts only from a member who has the role.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { approvalState, teamPreset } from '@affiche/strategy';
 *
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back.' }] });
 * const given = [{ role: 'copywriter' as const, by: 'copywriter' }];
 * approvalState(teamPreset('agency'), draft, given).missing; // => ['client-approver']
 * ```
 */
export function approvalState(
  team: Team,
  draft: Draft,
  approvals: readonly Approval[],
): ApprovalState {
  const hasMedia = draft.items.some(({ media }) => media.length > 0);
  const holds = ({ role, by }: Approval) =>
    team.members.some(({ id, roles }) => id === by && roles.includes(role));
  const missing = team.approvals
    .filter((role) => role !== 'art-director' || hasMedia)
    .filter((role) => !approvals.some((each) => each.role === role && holds(each)));
  const approvers = new Set(approvals.filter(holds).map(({ by }) => by));
  const others = [...approvers].filter((by) => by !== draft.author);
  return {
    approved: missing.length === 0,
    missing,
    selfApproved: missing.length === 0 && others.length === 0,
  };
}
