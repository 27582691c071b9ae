import { formatMoney, type Money } from '@affiche/core';
import { each, type Rule, when } from '../rule.ts';

// House defaults: what agencies usually set aside and move at most; change the rules to change them.
const contingency = { least: 0.05, most: 0.15 };
const mostReallocated = 0.25;

/** Whether the money adds up and covers what the plan needs. */
export const budgetRules: readonly Rule[] = [
  {
    id: 'strategy/budget/sum',
    code: 'BUD001',
    severity: 'error',
    message: {
      en: 'The lines of the budget sum to {measured}, the total is {limit}.',
      fr: 'Les lignes du budget font {measured}, le total est de {limit}.',
    },
    fix: {
      en: 'Change a line or the total by {difference}; not a cent may be lost.',
      fr: 'Corrigez une ligne ou le total de {difference} ; pas un centime ne doit manquer.',
    },
    find: ({ budget: { total, lines } }, { language }) => {
      const sum = sumOf(lines.map(({ amount }) => amount));
      const amount = (minor: number) => formatMoney({ ...total, minor }, language);
      return when(sum !== total.minor, ['budget', 'lines'], {
        measured: amount(sum),
        limit: amount(total.minor),
        values: { difference: amount(Math.abs(total.minor - sum)) },
      });
    },
  },
  {
    id: 'strategy/budget/currency',
    code: 'BUD002',
    severity: 'error',
    message: {
      en: '“{name}” is in {measured}, the plan in {limit}.',
      fr: '« {name} » est en {measured}, le plan en {limit}.',
    },
    fix: {
      en: 'Convert it at a dated rate, and write the amount in {limit}.',
      fr: 'Convertissez-le à un cours daté, et écrivez le montant en {limit}.',
    },
    find: ({ budget, currency }) => {
      const foreign = ({ currency: measured }: Money) =>
        measured !== currency && { at: ['amount'], measured, limit: currency };
      return [
        ...each(['budget', 'lines'], budget.lines, ({ amount }) => foreign(amount)),
        ...when(budget.total.currency !== currency, ['budget', 'total'], {
          measured: budget.total.currency,
          limit: currency,
          values: { name: 'total' },
        }),
      ];
    },
  },
  {
    id: 'strategy/budget/negative',
    severity: 'error',
    message: {
      en: '“{name}” is below zero.',
      fr: '« {name} » est inférieur à zéro.',
    },
    fix: {
      en: 'Write what will be spent; income belongs in the return, not in the budget.',
      fr: 'Écrivez ce qui sera dépensé ; les recettes vont dans le retour, pas dans le budget.',
    },
    find: ({ budget }) =>
      each(
        ['budget', 'lines'],
        budget.lines,
        ({ amount }) => amount.minor < 0 && { at: ['amount'] },
      ),
  },
  {
    id: 'strategy/budget/contingency',
    code: 'BUD003',
    severity: 'warning',
    message: {
      en: '{measured} of the budget is set aside for surprises; {limit} is usual.',
      fr: '{measured} du budget est réservé aux imprévus ; l’usage est de {limit}.',
    },
    fix: {
      en: 'Move money into or out of the contingency line.',
      fr: 'Ajoutez à la ligne d’imprévus, ou retirez-en.',
    },
    find: ({ budget: { total, lines } }) => {
      const reserve = sumOf(
        lines.filter(({ kind }) => kind === 'contingency').map(({ amount }) => amount),
      );
      const share = reserve / total.minor;
      const usual = share >= contingency.least && share <= contingency.most;
      return when(total.minor > 0 && !usual, ['budget', 'lines'], {
        measured: `${Math.round(share * 100)} %`,
        limit: `${contingency.least * 100}–${contingency.most * 100} %`,
      });
    },
  },
  {
    id: 'strategy/budget/reallocation',
    code: 'BUD004',
    severity: 'warning',
    message: {
      en: 'Nothing keeps money from moving between lines too fast.',
      fr: 'Rien n’empêche l’argent de passer trop vite d’une ligne à l’autre.',
    },
    fix: {
      en: 'Let at most a quarter of a line move in a cycle, and only after some conversions.',
      fr: 'Limitez à un quart d’une ligne par cycle, et seulement après quelques conversions.',
    },
    find: ({ budget: { reallocation } }) =>
      when(
        !reallocation ||
          reallocation.maxShare > mostReallocated ||
          reallocation.minConversions === 0,
        ['budget', 'reallocation'],
      ),
  },
  {
    id: 'strategy/budget/labour',
    severity: 'warning',
    message: {
      en: 'No line pays for the hours of the people who do the work.',
      fr: 'Aucune ligne ne paie les heures de ceux qui font le travail.',
    },
    fix: {
      en: 'Add a line of kind labour; a return on investment without it flatters.',
      fr: 'Ajoutez une ligne de type labour ; sans elle, le retour sur investissement est flatté.',
    },
    find: ({ budget }) =>
      when(!budget.lines.some(({ kind, amount }) => kind === 'labour' && amount.minor > 0), [
        'budget',
        'lines',
      ]),
  },
  {
    id: 'strategy/budget/overspent',
    severity: 'warning',
    message: {
      en: '“{name}” has cost {measured} of {limit}.',
      fr: '« {name} » a coûté {measured} sur {limit}.',
    },
    fix: {
      en: 'Reallocate by the policy, or revise the plan.',
      fr: 'Réaffectez selon la règle, ou révisez le plan.',
    },
    find: ({ budget }, { language }) =>
      each(
        ['budget', 'lines'],
        budget.lines,
        ({ amount, actual }) =>
          actual !== undefined &&
          actual.minor > amount.minor && {
            at: ['actual'],
            measured: formatMoney(actual, language),
            limit: formatMoney(amount, language),
          },
      ),
  },
  {
    id: 'strategy/budget/campaigns',
    severity: 'error',
    message: {
      en: 'The campaigns ask for {measured}; the budget has {limit}.',
      fr: 'Les campagnes demandent {measured} ; le budget est de {limit}.',
    },
    fix: {
      en: 'Lower a campaign’s budget, or raise the total.',
      fr: 'Réduisez le budget d’une campagne, ou relevez le total.',
    },
    find: ({ campaigns, budget: { total } }, { language }) => {
      const asked = sumOf(campaigns.flatMap(({ budget }) => budget ?? []));
      return when(asked > total.minor, ['campaigns'], {
        measured: formatMoney({ ...total, minor: asked }, language),
        limit: formatMoney(total, language),
      });
    },
  },
  {
    id: 'strategy/budget/unit',
    severity: 'error',
    message: {
      en: 'The campaigns of “{name}” ask for {measured}; the unit has {limit}.',
      fr: 'Les campagnes de « {name} » demandent {measured} ; l’unité dispose de {limit}.',
    },
    fix: {
      en: 'Lower a campaign’s budget, or ask the unit for more.',
      fr: 'Réduisez le budget d’une campagne, ou demandez plus à l’unité.',
    },
    find: ({ units, campaigns }, { language }) =>
      each(['units'], units, ({ id, budget: limit }) => {
        const own = campaigns.filter(({ unit }) => unit === id);
        const asked = sumOf(own.flatMap(({ budget }) => budget ?? []));
        return (
          asked > limit.minor && {
            at: ['budget'],
            measured: formatMoney({ ...limit, minor: asked }, language),
            limit: formatMoney(limit, language),
          }
        );
      }),
  },
];

function sumOf(amounts: readonly Money[]): number {
  return amounts.reduce((sum, { minor }) => sum + minor, 0);
}
