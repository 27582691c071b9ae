import type { CrisisLevel } from '../crisis-playbook.ts';
import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

/** Whether the team would know what to do when things go wrong. */
export const crisisRules: readonly Rule[] = [
  {
    id: 'strategy/crisis/playbook',
    code: 'CRI001',
    severity: 'error',
    message: {
      en: 'The plan does not say what happens in a crisis.',
      fr: 'Le plan ne dit pas quoi faire en cas de crise.',
    },
    fix: {
      en: 'Add a crisis playbook with levels, an approver, a backup and a holding statement.',
      fr: 'Ajoutez un plan de crise : niveaux, décideur, suppléant et déclaration d’attente.',
    },
    find: ({ crisis }) => when(!crisis || crisis.levels.length === 0, ['crisis']),
  },
  ofLevel(
    'triggers',
    ({ triggers }) => triggers.length === 0,
    {
      en: 'Nobody can tell when “{name}” has come.',
      fr: 'Rien ne dit quand « {name} » commence.',
    },
    {
      en: 'Name what triggers it: a number of mentions, a complaint about safety.',
      fr: 'Nommez ce qui le déclenche : un nombre de mentions, une plainte sur la sécurité.',
    },
  ),
  ofLevel(
    'approver',
    ({ approver }, { team }) => !team.members.some(({ id }) => id === approver),
    {
      en: 'Nobody of the team approves statements at “{name}”.',
      fr: 'Personne de l’équipe n’approuve les déclarations au niveau « {name} ».',
    },
    { en: 'Name an approver.', fr: 'Désignez qui approuve.' },
  ),
  ofLevel(
    'backup',
    ({ approver, backup }, { team }) =>
      backup === approver || !team.members.some(({ id }) => id === backup),
    {
      en: 'Nobody stands in for the approver of “{name}”.',
      fr: 'Personne ne supplée qui décide au niveau « {name} ».',
    },
    {
      en: 'Name a backup who is another member of the team.',
      fr: 'Désignez un suppléant, autre membre de l’équipe.',
    },
    'RACI004',
  ),
  ofLevel(
    'holdingStatement',
    ({ holdingStatement }) => holdingStatement === undefined,
    {
      en: '“{name}” has nothing to say while the team finds out.',
      fr: '« {name} » n’a rien à dire pendant que l’équipe se renseigne.',
    },
    {
      en: 'Write the holding statement now, while nobody is upset.',
      fr: 'Écrivez la déclaration d’attente maintenant, à froid.',
    },
  ),
  ofLevel(
    'respondWithinMinutes',
    ({ respondWithinMinutes }) => respondWithinMinutes === undefined,
    {
      en: '“{name}” does not say how soon to answer.',
      fr: '« {name} » ne dit pas sous quel délai répondre.',
    },
    {
      en: 'Set the minutes until the first public word.',
      fr: 'Fixez le nombre de minutes avant la première parole publique.',
    },
  ),
  {
    id: 'strategy/crisis/order',
    code: 'CRI002',
    severity: 'error',
    message: {
      en: '“{name}” is not above the level before it.',
      fr: '« {name} » n’est pas au-dessus du niveau précédent.',
    },
    fix: {
      en: 'Number the levels upwards, and let each start at more mentions than the last.',
      fr: 'Numérotez les niveaux en montant, chacun à partir de plus de mentions que le précédent.',
    },
    find: ({ crisis }) =>
      each(['crisis', 'levels'], crisis?.levels ?? [], ({ level, mentionFactor }, index) => {
        const before = crisis?.levels[index - 1];
        if (!before) return false;
        const sameVolume =
          mentionFactor !== undefined &&
          before.mentionFactor !== undefined &&
          mentionFactor <= before.mentionFactor;
        return (level <= before.level || sameVolume) && { at: ['level'] };
      }),
  },
  {
    id: 'strategy/crisis/rehearsal',
    code: 'CRI003',
    severity: 'warning',
    message: {
      en: 'The crisis plan was not rehearsed in the last 12 months.',
      fr: 'Le plan de crise n’a pas été répété depuis 12 mois.',
    },
    fix: {
      en: 'Play it through for an hour, and write the day down.',
      fr: 'Jouez-le pendant une heure, et notez le jour.',
    },
    find: ({ crisis }, { today }) => {
      const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
      return when(
        crisis !== undefined && (crisis.rehearsedOn ?? '') < yearAgo,
        ['crisis', 'rehearsedOn'],
        crisis?.rehearsedOn === undefined ? {} : { measured: crisis.rehearsedOn, limit: yearAgo },
      );
    },
  },
  {
    id: 'strategy/crisis/spokesperson',
    severity: 'error',
    message: {
      en: 'Nobody who may speak for the brand is named for a crisis.',
      fr: 'Aucune personne habilitée à parler pour la marque n’est désignée en cas de crise.',
    },
    fix: {
      en: 'List members marked as spokespeople; replies of others will be held back.',
      fr: 'Citez des membres porte-parole ; les réponses des autres seront retenues.',
    },
    find: ({ crisis, team }) => {
      const allowed = new Set(
        team.members.filter(({ spokesperson }) => spokesperson).map(({ id }) => id),
      );
      return when(
        crisis !== undefined &&
          (crisis.spokespeople.length === 0 || !crisis.spokespeople.every((id) => allowed.has(id))),
        ['crisis', 'spokespeople'],
      );
    },
  },
];

/** A rule about single levels of the playbook. Level 0 is a normal day and needs nothing. */
function ofLevel(
  aspect: string,
  broken: (level: CrisisLevel, strategy: Strategy) => boolean,
  message: Rule['message'],
  fix: Rule['fix'],
  code = 'CRI001',
): Rule {
  return {
    id: `strategy/crisis/${aspect.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    code,
    severity: 'error',
    message,
    fix,
    find: (strategy) =>
      each(
        ['crisis', 'levels'],
        strategy.crisis?.levels ?? [],
        (level) => level.level > 0 && broken(level, strategy) && { at: [aspect] },
      ),
  };
}
