import { z } from 'zod';
import { Role } from './role.ts';

/** What somebody may do. */
export const Action = z.enum([
  'strategy.write',
  'strategy.approve',
  'budget.write',
  'budget.approve',
  'plan.write',
  'plan.approve',
  'post.write',
  'post.approve-copy',
  'post.approve-art',
  'post.approve-client',
  'post.publish',
  'inbox.reply',
  'inbox.moderate',
  'crisis.declare',
  'crisis.speak',
  'contest.approve',
  'ads.spend',
  'report.write',
  'report.read',
  'account.connect',
]);
/** What somebody may do. */
export type Action = z.infer<typeof Action>;

/** An answer for every role and every action. */
export type PermissionMatrix = Readonly<Record<Role, Readonly<Record<Action, boolean>>>>;

// The social media manager thinks, the community manager acts; whoever approves does not publish.
const grants: Readonly<Record<Role, readonly Action[]>> = {
  'social-media-manager': [
    'strategy.write',
    'budget.write',
    'plan.write',
    'plan.approve',
    'post.write',
    'inbox.reply',
    'crisis.declare',
    'contest.approve',
    'ads.spend',
    'report.write',
    'report.read',
    'account.connect',
  ],
  'community-manager': [
    'plan.write',
    'post.write',
    'post.publish',
    'inbox.reply',
    'inbox.moderate',
    'report.read',
  ],
  copywriter: ['post.write', 'post.approve-copy', 'report.read'],
  'art-director': ['post.write', 'post.approve-art', 'report.read'],
  'account-director': [
    'strategy.write',
    'strategy.approve',
    'budget.write',
    'plan.approve',
    'report.write',
    'report.read',
  ],
  'client-approver': [
    'strategy.approve',
    'budget.approve',
    'post.approve-client',
    'crisis.speak',
    'contest.approve',
    'report.read',
  ],
  'marketing-director': [
    'strategy.approve',
    'budget.write',
    'budget.approve',
    'plan.approve',
    'report.read',
  ],
  'communications-lead': ['plan.approve', 'crisis.declare', 'crisis.speak', 'report.read'],
  analyst: ['report.write', 'report.read'],
  'advertising-manager': ['post.write', 'ads.spend', 'report.read'],
  'search-manager': ['post.write', 'report.read'],
  'legal-counsel': ['contest.approve', 'report.read'],
};

/**
 * Who may do what unless a team decides otherwise: every role has an explicit answer to every action.
 *
 * ```ts
 * import { defaultMatrix } from '@affiche/strategy';
 *
 * const matrix = defaultMatrix();
 * matrix['community-manager']['post.publish']; // => true
 * matrix['community-manager']['plan.approve']; // => false
 * ```
 */
export function defaultMatrix(): PermissionMatrix {
  return Object.fromEntries(
    Role.options.map((role) => [
      role,
      Object.fromEntries(Action.options.map((action) => [action, grants[role].includes(action)])),
    ]),
  ) as PermissionMatrix;
}

/**
 * Whether somebody with a role, or with several, may do something.
 *
 * ```ts
 * import { can } from '@affiche/strategy';
 *
 * can('social-media-manager', 'plan.approve'); // => true
 * can(['copywriter', 'community-manager'], 'post.publish'); // => true
 * ```
 */
export function can(
  role: Role | readonly Role[],
  action: Action,
  matrix: PermissionMatrix = defaultMatrix(),
): boolean {
  return [role].flat().some((each) => matrix[each][action]);
}
