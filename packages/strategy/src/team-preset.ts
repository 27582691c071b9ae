import { Role } from './role.ts';
import { type Responsibility, Team } from './team.ts';

/** The teams that most plans start from. */
export type TeamPresetName = 'freelance' | 'in-house' | 'agency';

const presets: Readonly<Record<TeamPresetName, Readonly<Record<string, readonly Role[]>>>> = {
  freelance: { freelance: Role.options },
  'in-house': {
    manager: ['social-media-manager'],
    community: ['community-manager', 'copywriter'],
    director: ['marketing-director', 'client-approver'],
  },
  agency: {
    manager: ['social-media-manager'],
    community: ['community-manager'],
    copywriter: ['copywriter'],
    'art-director': ['art-director'],
    'account-director': ['account-director'],
    client: ['client-approver'],
  },
};

/**
 * A team to fill in with names: who approves what is settled, and exactly one member answers for each
 * piece of work. With a freelancer alone, approval is self-approval, and logs say so.
 *
 * ```ts
 * import { teamPreset } from '@affiche/strategy';
 *
 * teamPreset('agency').approvals; // => ['copywriter', 'art-director', 'client-approver']
 * teamPreset('freelance').members.length; // => 1
 * ```
 */
export function teamPreset(name: TeamPresetName): Team {
  const members = Object.entries(presets[name]).map(([id, roles]) => ({ id, name: id, roles }));
  const holder = (role: Role) => members.find(({ roles }) => roles.includes(role))?.id ?? '';
  const plans = holder('social-media-manager');
  const acts = holder('community-manager');
  return Team.parse({
    members,
    responsibilities: [
      work('strategy', plans, plans, [acts]),
      work('budget', plans, plans, [acts]),
      work('calendar', plans, plans, [acts]),
      work('publishing', acts, plans, []),
      work('replies and moderation', acts, plans, []),
      work('report', plans, plans, [acts]),
    ],
    approvals: name === 'agency' ? ['copywriter', 'art-director', 'client-approver'] : [],
    approvalDays: name === 'agency' ? 3 : 0,
  });
}

/** The social media manager answers, the community manager acts: see the responsibilities above. */
function work(
  deliverable: string,
  responsible: string,
  accountable: string,
  consulted: readonly string[],
): Responsibility {
  return {
    deliverable,
    responsible: [responsible],
    accountable: [accountable],
    consulted: consulted.filter((id) => id !== responsible),
    informed: [],
  };
}
