import { formatMoney } from '@affiche/core';
import { each, type Rule, when } from '../rule.ts';

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
    find: ({ budget: { total, lines }, language }) => {
      const sum = lines.reduce((minor, { amount }) => minor + amount.minor, 0);
      const text = (minor: number) => formatMoney({ minor, currency: total.currency }, language);
      return when(sum !== total.minor, ['budget', 'lines'], {
        measured: text(sum),
        limit: text(total.minor),
        values: { difference: text(Math.abs(total.minor - sum)) },
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
    find: ({ budget, currency }) => [
      ...each(
        ['budget', 'lines'],
        budget.lines,
        ({ amount }) =>
          amount.currency !== currency && {
            at: ['amount'],
            measured: amount.currency,
            limit: currency,
          },
      ),
      ...when(budget.total.currency !== currency, ['budget', 'total'], {
        measured: budget.total.currency,
        limit: currency,
        values: { name: 'total' },
      }),
    ],
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
];
