import { type Action, can } from '../permissions.ts';
import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

const mostAnswered = 5;
/** What one post takes where a channel does not say: from idea to answered comments. House default. */
const hoursPerPost = 0.75;

/** Whether everything has somebody who does it, may do it, and has the time. */
export const teamRules: readonly Rule[] = [
  {
    id: 'strategy/team/one-accountable',
    code: 'RACI001',
    severity: 'error',
    message: {
      en: '{measured} people answer for “{name}”.',
      fr: '{measured} personnes répondent de « {name} ».',
    },
    fix: {
      en: 'Let exactly one person be accountable.',
      fr: 'Qu’une seule personne en réponde.',
    },
    find: ({ team }) =>
      each(
        ['team', 'responsibilities'],
        team.responsibilities,
        ({ deliverable, accountable }) =>
          accountable.length !== 1 && {
            at: ['accountable'],
            measured: accountable.length,
            limit: 1,
            values: { name: deliverable },
          },
      ),
  },
  {
    id: 'strategy/team/responsible',
    code: 'RACI002',
    severity: 'error',
    message: { en: 'Nobody does “{name}”.', fr: 'Personne ne fait « {name} ».' },
    fix: {
      en: 'Name at least one person who does the work.',
      fr: 'Désignez au moins une personne qui fait le travail.',
    },
    find: ({ team }) =>
      each(
        ['team', 'responsibilities'],
        team.responsibilities,
        ({ deliverable, responsible }) =>
          responsible.length === 0 && { at: ['responsible'], values: { name: deliverable } },
      ),
  },
  {
    id: 'strategy/team/overloaded',
    code: 'RACI003',
    severity: 'warning',
    message: {
      en: '{name} answers for {measured} things; {limit} are the most one can.',
      fr: '{name} répond de {measured} choses ; {limit} sont un maximum.',
    },
    fix: { en: 'Let others answer for some.', fr: 'Confiez-en quelques-unes à d’autres.' },
    find: ({ team }) =>
      each(['team', 'members'], team.members, ({ id }) => {
        const own = team.responsibilities.filter(({ accountable }) => accountable.includes(id));
        return own.length > mostAnswered && { measured: own.length, limit: mostAnswered };
      }),
  },
  {
    id: 'strategy/team/known',
    severity: 'error',
    message: {
      en: '“{name}” names {measured}, who is not in the team.',
      fr: '« {name} » cite {measured}, qui n’est pas dans l’équipe.',
    },
    fix: { en: 'Use the id of a member.', fr: 'Donnez l’identifiant d’un membre.' },
    find: ({ team }) => {
      const members = new Set(team.members.map(({ id }) => id));
      return each(['team', 'responsibilities'], team.responsibilities, (responsibility) => {
        const { deliverable, responsible, accountable, consulted, informed } = responsibility;
        const stranger = [responsible, accountable, consulted, informed]
          .flat()
          .find((id) => !members.has(id));
        return stranger !== undefined && { measured: stranger, values: { name: deliverable } };
      });
    },
  },
  somebodyMay('plan.approve', 'approver', {
    en: 'Nobody in the team may approve the plan.',
    fr: 'Personne dans l’équipe ne peut approuver le plan.',
  }),
  somebodyMay('post.publish', 'publisher', {
    en: 'Nobody in the team may publish.',
    fr: 'Personne dans l’équipe ne peut publier.',
  }),
  {
    id: 'strategy/team/approval-role',
    code: 'CAL004',
    severity: 'error',
    message: {
      en: 'Posts wait for the yes of a {measured}, and the team has none.',
      fr: 'Les publications attendent l’accord du rôle {measured}, que personne n’occupe.',
    },
    fix: {
      en: 'Give the role to a member, or take it off the approvals.',
      fr: 'Donnez ce rôle à un membre, ou retirez-le des validations.',
    },
    find: ({ team }) =>
      team.approvals.flatMap((role, index) =>
        when(
          !team.members.some(({ roles }) => roles.includes(role)),
          ['team', 'approvals', index],
          { measured: role },
        ),
      ),
  },
  {
    id: 'strategy/team/capacity',
    severity: 'error',
    message: {
      en: 'The channels take {measured} hours a week, the team has {limit}.',
      fr: 'Les canaux demandent {measured} heures par semaine, l’équipe en a {limit}.',
    },
    fix: {
      en: 'Lower the pace, drop a channel, or add hours.',
      fr: 'Baissez la cadence, retirez un canal, ou ajoutez des heures.',
    },
    find: ({ channels, team }) => {
      const needed = weeklyHoursOf(channels);
      const available = team.members.reduce((sum, { weeklyHours }) => sum + weeklyHours, 0);
      return when(needed > available, ['channels'], {
        measured: Math.round(needed * 10) / 10,
        limit: available,
        unit: 'hours',
      });
    },
  },
];

/** The hours a week that the channels need at their lowest pace. Nobody posts offline. */
function weeklyHoursOf(channels: Strategy['channels']): number {
  return channels
    .filter(({ medium }) => medium !== 'offline')
    .reduce(
      (sum, { cadence, hoursPerPost: own = hoursPerPost }) => sum + cadence.perWeek.min * own,
      0,
    );
}

function somebodyMay(action: Action, aspect: string, message: Rule['message']): Rule {
  return {
    id: `strategy/team/${aspect}`,
    severity: 'error',
    message,
    fix: {
      en: 'Give a member a role that may.',
      fr: 'Donnez à un membre un rôle qui le permet.',
    },
    find: ({ team }) =>
      when(!team.members.some(({ roles }) => can(roles, action)), ['team', 'members']),
  };
}
