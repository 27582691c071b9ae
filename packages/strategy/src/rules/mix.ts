import { type Rule, when } from '../rule.ts';

/** Shares closer to 1 than this are 1: a per mille, so that thirds written as 0.333 pass. */
const shareTolerance = 0.0015;

/** What is missing from 1, rounded so that it can be read. */
export function missingShare(shares: readonly { readonly share: number }[]): number {
  const missing = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  return Math.abs(missing) < shareTolerance ? 0 : Math.round(missing * 1000) / 1000;
}

/** Whether the pillars and the content mix add up. */
export const mixRules: readonly Rule[] = [
  {
    id: 'strategy/mix/pillars',
    severity: 'error',
    message: { en: 'The plan has no content pillar.', fr: 'Le plan n’a aucun pilier de contenu.' },
    fix: {
      en: 'Name three to five subjects the brand will keep coming back to.',
      fr: 'Nommez trois à cinq sujets auxquels la marque reviendra toujours.',
    },
    find: ({ pillars }) => when(pillars.length === 0, ['pillars']),
  },
  {
    id: 'strategy/mix/pillar-shares',
    code: 'MIX001',
    severity: 'error',
    message: {
      en: 'The shares of the pillars sum to {measured}, not to 1.',
      fr: 'Les parts des piliers font {measured} au total, et non 1.',
    },
    fix: {
      en: 'Change the shares by {missing} in all.',
      fr: 'Corrigez les parts de {missing} en tout.',
    },
    find: ({ pillars }) => {
      const missing = missingShare(pillars);
      return when(pillars.length > 0 && missing !== 0, ['pillars'], {
        measured: Math.round((1 - missing) * 1000) / 1000,
        limit: 1,
        values: { missing },
      });
    },
  },
];
