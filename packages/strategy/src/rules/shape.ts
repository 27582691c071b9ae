import { nearest } from '@affiche/core';
import type { Rule } from '../rule.ts';
import { Strategy } from '../strategy.ts';
import { unknownKeys } from '../unknown-key.ts';

const lists = [
  'audiences',
  'personas',
  'objectives',
  'businessObjectives',
  'units',
  'pillars',
  'campaigns',
  'contests',
] as const;

/** Whether the file says what its author thinks it says. */
export const shapeRules: readonly Rule[] = [
  {
    id: 'strategy/shape/unknown-key',
    severity: 'warning',
    message: {
      en: 'Nothing reads “{measured}”.',
      fr: 'Rien ne lit « {measured} ».',
    },
    fix: {
      en: 'Rename it{suggestion}, or remove it.',
      fr: 'Renommez-le{suggestion}, ou retirez-le.',
    },
    find: (strategy) =>
      unknownKeys(Strategy, strategy).map(({ path, known }) => {
        const key = String(path.at(-1));
        const close = nearest(key, known);
        return { path, measured: key, values: { suggestion: close ? ` (${close})` : '' } };
      }),
  },
  {
    id: 'strategy/shape/duplicate-id',
    severity: 'error',
    message: {
      en: 'The id {measured} is used twice.',
      fr: 'L’identifiant {measured} sert deux fois.',
    },
    fix: {
      en: 'Give each thing of a list an id of its own.',
      fr: 'Donnez à chaque élément d’une liste son propre identifiant.',
    },
    find: (strategy) => [
      ...lists.flatMap((list) => duplicates(strategy[list], [list])),
      ...duplicates(strategy.team.members, ['team', 'members']),
      ...duplicates(strategy.budget.lines, ['budget', 'lines']),
    ],
  },
  {
    id: 'strategy/shape/period',
    severity: 'error',
    message: {
      en: 'The plan ends on {measured}, before it starts on {limit}.',
      fr: 'Le plan finit le {measured}, avant son début le {limit}.',
    },
    fix: { en: 'Swap the two days.', fr: 'Échangez les deux jours.' },
    find: ({ period: { from, to } }) =>
      to < from ? [{ path: ['period'], measured: to, limit: from }] : [],
  },
];

function duplicates(things: readonly { readonly id: string }[], path: string[]) {
  const seen = new Set<string>();
  return things.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: [...path, index, 'id'], measured: id }];
    seen.add(id);
    return [];
  });
}
