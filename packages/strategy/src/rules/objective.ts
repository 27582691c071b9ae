import { accountKey, nearest } from '@affiche/core';
import { each, type Rule, when } from '../rule.ts';

/** Whether each objective can be understood at all: KPI, unit, dates, owner. */
export const objectiveRules: readonly Rule[] = [
  {
    id: 'strategy/objective/none',
    severity: 'error',
    message: {
      en: 'The plan has no objective.',
      fr: 'Le plan n’a aucun objectif.',
    },
    fix: {
      en: 'Ask why the client is on social networks, and write the answer as a number and a date.',
      fr: 'Demandez pourquoi le client est sur les réseaux, et écrivez la réponse en chiffre et en date.',
    },
    find: ({ objectives }) => when(objectives.length === 0, ['objectives']),
  },
  {
    id: 'strategy/objective/known-kpi',
    code: 'OBJ001',
    severity: 'error',
    message: {
      en: '“{name}” is measured by {measured}, which is no known KPI.',
      fr: '« {name} » se mesure par {measured}, qui n’est pas un indicateur connu.',
    },
    fix: {
      en: 'Use an id of the KPI catalogue, such as {suggestion}.',
      fr: 'Utilisez un identifiant du catalogue d’indicateurs, comme {suggestion}.',
    },
    find: ({ objectives }, { kpis }) =>
      each(
        ['objectives'],
        objectives,
        ({ kpi }) =>
          !kpis.has(kpi) && {
            at: ['kpi'],
            measured: kpi,
            values: { suggestion: nearest(kpi, [...kpis.keys()]) ?? 'engagements' },
          },
      ),
  },
  {
    id: 'strategy/objective/same-unit',
    code: 'OBJ002',
    severity: 'error',
    message: {
      en: '“{name}” counts in {measured}; its KPI is in {limit}.',
      fr: '« {name} » compte en {measured} ; son indicateur est en {limit}.',
    },
    fix: {
      en: 'Write baseline and target in {limit}.',
      fr: 'Écrivez point de départ et cible en {limit}.',
    },
    find: ({ objectives, currency }, { kpis }) =>
      each(['objectives'], objectives, ({ kpi, unit, baselineUnit = unit }) => {
        const known = kpis.get(kpi)?.unit ?? unit;
        const expected = known === 'money' ? currency : known;
        const wrong = [unit, baselineUnit].find((each) => each !== expected);
        return wrong !== undefined && { at: ['unit'], measured: wrong, limit: expected };
      }),
  },
  {
    id: 'strategy/objective/dates-in-order',
    code: 'OBJ003',
    severity: 'error',
    message: {
      en: '“{name}” ends on {measured}, not after it starts on {limit}.',
      fr: '« {name} » finit le {measured}, pas après son début le {limit}.',
    },
    fix: {
      en: 'Set `by` to a day after `from`.',
      fr: 'Mettez dans `by` un jour postérieur à `from`.',
    },
    find: ({ objectives }) =>
      each(
        ['objectives'],
        objectives,
        ({ from, by }) => by <= from && { at: ['by'], measured: by, limit: from },
      ),
  },
  {
    id: 'strategy/objective/inside-period',
    code: 'OBJ003',
    severity: 'warning',
    message: {
      en: '“{name}” runs outside the days of the plan, {limit}.',
      fr: '« {name} » sort des jours du plan, {limit}.',
    },
    fix: {
      en: 'Move its dates inside, or make the period longer.',
      fr: 'Ramenez ses dates dans le plan, ou allongez la période.',
    },
    find: ({ objectives, period }) =>
      each(
        ['objectives'],
        objectives,
        ({ from, by }) =>
          (from < period.from || by > period.to) && {
            measured: `${from} – ${by}`,
            limit: `${period.from} – ${period.to}`,
          },
      ),
  },
  {
    id: 'strategy/objective/over',
    severity: 'warning',
    message: {
      en: '“{name}” was due on {measured}.',
      fr: '« {name} » était attendu pour le {measured}.',
    },
    fix: {
      en: 'Close it with its result, and revise the plan.',
      fr: 'Clôturez-le avec son résultat, et révisez le plan.',
    },
    find: ({ objectives }, { today }) =>
      each(
        ['objectives'],
        objectives,
        ({ by }) => by < today && { at: ['by'], measured: by, limit: today },
      ),
  },
  {
    id: 'strategy/objective/owner',
    code: 'OBJ004',
    severity: 'error',
    message: {
      en: 'Nobody in the team is {measured}, who should answer for “{name}”.',
      fr: 'Personne dans l’équipe n’est {measured}, qui devrait répondre de « {name} ».',
    },
    fix: {
      en: 'Name a member of the team as owner.',
      fr: 'Désignez un membre de l’équipe comme responsable.',
    },
    find: ({ objectives, team }) => {
      const members = new Set(team.members.map(({ id }) => id));
      return each(
        ['objectives'],
        objectives,
        ({ owner }) => !members.has(owner) && { at: ['owner'], measured: owner },
      );
    },
  },
  {
    id: 'strategy/objective/known-account',
    severity: 'error',
    message: {
      en: '“{name}” is about {measured}, which is no channel of the plan.',
      fr: '« {name} » porte sur {measured}, qui n’est pas un canal du plan.',
    },
    fix: {
      en: 'Use the account key of a channel, or leave the account out.',
      fr: 'Donnez la clé de compte d’un canal, ou omettez le compte.',
    },
    find: ({ objectives, channels }) => {
      const accounts = new Set(channels.map(({ account }) => accountKey(account)));
      return each(
        ['objectives'],
        objectives,
        ({ account }) =>
          account !== undefined && !accounts.has(account) && { at: ['account'], measured: account },
      );
    },
  },
  {
    id: 'strategy/objective/known-audience',
    severity: 'error',
    message: {
      en: '“{name}” is for {measured}, which is no audience of the plan.',
      fr: '« {name} » vise {measured}, qui n’est pas un public du plan.',
    },
    fix: {
      en: 'Use the id of an audience, or describe this one.',
      fr: 'Donnez l’identifiant d’un public, ou décrivez celui-ci.',
    },
    find: ({ objectives, audiences }) => {
      const known = new Set(audiences.map(({ id }) => id));
      return each(
        ['objectives'],
        objectives,
        ({ audience }) =>
          audience !== undefined &&
          !known.has(audience) && { at: ['audience'], measured: audience },
      );
    },
  },
];
