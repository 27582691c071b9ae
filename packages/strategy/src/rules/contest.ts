import type { ContestRules } from '../contest.ts';
import { each, type Rule } from '../rule.ts';

// What the networks' promotion policies and the trade's checklists ask of every contest.
const source = {
  url: 'https://www.facebook.com/policies/pages_groups_events/',
  verifiedAt: '2026-11-21',
};

/** Whether a contest may be run as it is written. Law is a checklist here, not a verdict. */
export const contestRules: readonly Rule[] = [
  ofContest(
    'rules',
    'CON001',
    ({ rulesUrl }) => rulesUrl === undefined,
    {
      en: '“{name}” has no complete rules that people can read.',
      fr: '« {name} » n’a pas de règlement complet que l’on puisse lire.',
    },
    { en: 'Publish the rules and link them.', fr: 'Publiez le règlement et donnez son lien.' },
  ),
  ofContest(
    'eligibility',
    'CON002',
    ({ minimumAge, countries }) => minimumAge === undefined || countries.length === 0,
    {
      en: '“{name}” does not say who may take part.',
      fr: '« {name} » ne dit pas qui peut participer.',
    },
    {
      en: 'State the least age and the countries of residence.',
      fr: 'Indiquez l’âge minimal et les pays de résidence.',
    },
  ),
  ofContest(
    'dates',
    'CON003',
    ({ from, to, zone }) => zone === undefined || to < from,
    {
      en: 'Nobody can tell from when to when “{name}” runs.',
      fr: 'On ne peut savoir de quand à quand court « {name} ».',
    },
    {
      en: 'Give a first and a last day, in order, and their time zone.',
      fr: 'Donnez un premier et un dernier jour, dans l’ordre, et leur fuseau.',
    },
  ),
  ofContest(
    'prizes',
    'CON004',
    ({ prizes }) => prizes.length === 0 || prizes.some(({ value }) => value === undefined),
    {
      en: '“{name}” does not say what can be won and what it is worth.',
      fr: '« {name} » ne dit pas ce qu’on gagne ni ce que cela vaut.',
    },
    { en: 'List every prize with its value.', fr: 'Citez chaque lot avec sa valeur.' },
  ),
  ofContest(
    'selection',
    'CON005',
    ({ selection }) => selection === undefined,
    {
      en: '“{name}” does not say how winners are found.',
      fr: '« {name} » ne dit pas comment on désigne les gagnants.',
    },
    { en: 'Choose draw, jury, votes or first.', fr: 'Choisissez draw, jury, votes ou first.' },
  ),
  ofContest(
    'release',
    'CON006',
    ({ platformReleased }) => !platformReleased,
    {
      en: 'Participants of “{name}” do not release the network from claims.',
      fr: 'Les participants de « {name} » ne dégagent pas le réseau de toute responsabilité.',
    },
    {
      en: 'Add a complete release of the network to the rules.',
      fr: 'Ajoutez au règlement une décharge complète du réseau.',
    },
  ),
  ofContest(
    'disclaimer',
    'CON007',
    ({ platformDisclaimed }) => !platformDisclaimed,
    {
      en: '“{name}” does not say that the network has no part in it.',
      fr: '« {name} » ne dit pas que le réseau n’y prend aucune part.',
    },
    {
      en: 'Write: in no way sponsored, endorsed, administered by, or associated with the network.',
      fr: 'Écrivez : ni parrainé, ni approuvé, ni administré par le réseau, ni associé à lui.',
    },
  ),
  ofContest(
    'tagging',
    'CON008',
    ({ entry }) => entry.includes('tag-self-in-photo'),
    {
      en: '“{name}” asks people to tag themselves where they are not.',
      fr: '« {name} » demande aux gens de s’identifier là où ils ne sont pas.',
    },
    {
      en: 'Let them comment or post a photo of their own.',
      fr: 'Faites-les commenter ou publier leur propre photo.',
    },
  ),
  ofContest(
    'timeline',
    'CON009',
    ({ platforms, entry }) =>
      platforms.includes('facebook') &&
      (entry.includes('share-on-own-timeline') || entry.includes('tag-friend')),
    {
      en: '“{name}” makes people use their own timeline or their friends on Facebook.',
      fr: '« {name} » fait utiliser son propre journal ou ses amis sur Facebook.',
    },
    {
      en: 'Facebook forbids both as a way to take part: use comments or a form.',
      fr: 'Facebook interdit les deux pour participer : passez par un commentaire ou un formulaire.',
    },
  ),
  ofContest(
    'local-law',
    'CON002',
    ({ localLawChecked }) => !localLawChecked,
    {
      en: 'Nobody has looked at the law of the countries of “{name}”.',
      fr: 'Personne n’a vérifié le droit des pays de « {name} ».',
    },
    {
      en: 'Ask about permits, deposits and taxes, then set localLawChecked.',
      fr: 'Renseignez-vous sur permis, dépôt et taxes, puis cochez localLawChecked.',
    },
  ),
];

function ofContest(
  aspect: string,
  code: string,
  broken: (contest: ContestRules) => boolean,
  message: Rule['message'],
  fix: Rule['fix'],
): Rule {
  return {
    id: `strategy/contest/${aspect}`,
    code,
    severity: aspect === 'local-law' ? 'warning' : 'error',
    message,
    fix,
    ...(aspect === 'timeline' && { source }),
    find: ({ contests }) => each(['contests'], contests, (contest) => broken(contest) && {}),
  };
}
