import { each, type Rule } from '../rule.ts';
import { coverageGaps, rosteredHours } from '../roster-coverage.ts';

const mostHours = 48;
const mostDays = 6;

/** Whether somebody is there when it was promised, and can keep it up. */
export const rosterRules: readonly Rule[] = [
  {
    id: 'strategy/roster/uncovered',
    severity: 'error',
    message: {
      en: 'Nobody is there on {measured}.',
      fr: 'Personne n’est là : {measured}.',
    },
    fix: {
      en: 'Add a shift, or promise fewer hours.',
      fr: 'Ajoutez une permanence, ou promettez moins d’heures.',
    },
    find: ({ team: { roster } }) =>
      roster
        ? coverageGaps(roster).map(({ day, from, to, minutes }) => ({
            path: ['team', 'roster', 'shifts'],
            measured: `${day} ${from}–${to}`,
            values: { minutes },
          }))
        : [],
  },
  {
    id: 'strategy/roster/unsustainable',
    severity: 'error',
    message: {
      en: '{name} is on watch {hours} hours on {days} days a week; nobody can keep that up.',
      fr: '{name} est de permanence {hours} heures sur {days} jours par semaine ; personne ne tient.',
    },
    fix: {
      en: 'Share the hours: at most 48 a week, and one day off.',
      fr: 'Répartissez les heures : 48 au plus par semaine, et un jour de repos.',
    },
    source: { url: 'https://eur-lex.europa.eu/eli/dir/2003/88/oj', verifiedAt: '2026-11-21' },
    find: ({ team: { members, roster } }) => {
      const watched = rosteredHours(roster?.shifts ?? []);
      return each(['team', 'members'], members, ({ id }) => {
        const { hours = 0, days = 0 } = watched.get(id) ?? {};
        return (
          (hours > mostHours || days > mostDays) && {
            measured: hours,
            limit: mostHours,
            unit: 'hours',
            values: { hours, days },
          }
        );
      });
    },
  },
  {
    id: 'strategy/roster/known',
    severity: 'error',
    message: {
      en: 'A shift is for {measured}, who is not in the team.',
      fr: 'Une permanence revient à {measured}, qui n’est pas dans l’équipe.',
    },
    fix: { en: 'Use the id of a member.', fr: 'Donnez l’identifiant d’un membre.' },
    find: ({ team: { members, roster } }) => {
      const known = new Set(members.map(({ id }) => id));
      return each(
        ['team', 'roster', 'shifts'],
        roster?.shifts ?? [],
        ({ member }) => !known.has(member) && { at: ['member'], measured: member },
      );
    },
  },
];
