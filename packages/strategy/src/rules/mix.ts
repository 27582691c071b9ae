import type { Pillar } from '../content.ts';
import { contentMixPresets } from '../content-mix-presets.ts';
import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

/** Shares closer to 1 than this are 1: a per mille, so that thirds written as 0.333 pass. */
const shareTolerance = 0.0015;

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
    find: ({ pillars }) => sumOfShares(pillars, ['pillars']),
  },
  {
    id: 'strategy/mix/category-shares',
    code: 'MIX001',
    severity: 'error',
    message: {
      en: 'The categories of the mix sum to {measured}, not to 1.',
      fr: 'Les catégories du mix font {measured} au total, et non 1.',
    },
    fix: {
      en: 'Change the shares by {missing} in all.',
      fr: 'Corrigez les parts de {missing} en tout.',
    },
    find: ({ mix }) => sumOfShares(mix?.categories ?? [], ['mix', 'categories']),
  },
  {
    id: 'strategy/mix/category-known',
    code: 'MIX002',
    severity: 'error',
    message: {
      en: '“{name}” counts in {measured}; the mix knows {limit}.',
      fr: '« {name} » compte dans {measured} ; le mix connaît {limit}.',
    },
    fix: {
      en: 'Give the pillar a category of the mix.',
      fr: 'Donnez au pilier une catégorie du mix.',
    },
    find: (strategy) => {
      const categories = categoriesOf(strategy).map(({ id }) => id);
      return each(
        ['pillars'],
        strategy.pillars,
        ({ category }) =>
          categories.length > 0 &&
          !categories.includes(category ?? '') && {
            at: ['category'],
            measured: category ?? '–',
            limit: categories.join(', '),
          },
      );
    },
  },
  {
    id: 'strategy/mix/off-target',
    code: 'MIX002',
    severity: 'warning',
    message: {
      en: 'The pillars give {measured} to {category}; the mix asks for {limit}.',
      fr: 'Les piliers donnent {measured} à {category} ; le mix demande {limit}.',
    },
    fix: {
      en: 'Move shares between pillars, or choose another mix.',
      fr: 'Déplacez des parts entre piliers, ou choisissez un autre mix.',
    },
    find: (strategy) =>
      categoriesOf(strategy).flatMap(({ id, share }) => {
        const planned = strategy.pillars
          .filter(({ category }) => category === id)
          .reduce((sum, pillar) => sum + pillar.share, 0);
        const tolerance = (strategy.mix?.tolerance ?? 0) + shareTolerance;
        return when(Math.abs(planned - share) > tolerance, ['mix'], {
          measured: perMille(planned),
          limit: perMille(share),
          values: { category: id },
        });
      }),
  },
  {
    id: 'strategy/mix/pillar-objective',
    code: 'CAL005',
    severity: 'warning',
    message: {
      en: '“{name}” serves no objective of the plan.',
      fr: '« {name} » ne sert aucun objectif du plan.',
    },
    fix: {
      en: 'Link it to an objective, or leave the subject to others.',
      fr: 'Reliez-le à un objectif, ou laissez ce sujet à d’autres.',
    },
    find: ({ pillars, objectives }) => {
      const known = new Set(objectives.map(({ id }) => id));
      return each(
        ['pillars'],
        pillars,
        (pillar: Pillar) =>
          !pillar.objectives.some((id) => known.has(id)) && { at: ['objectives'] },
      );
    },
  },
];

function sumOfShares(items: readonly { readonly share: number }[], path: string[]) {
  const sum = items.reduce((total, { share }) => total + share, 0);
  const missing = Math.abs(1 - sum);
  return when(items.length > 0 && missing > shareTolerance, path, {
    measured: perMille(sum),
    limit: 1,
    values: { missing: perMille(missing) },
  });
}

function categoriesOf({
  mix,
}: Strategy): readonly { readonly id: string; readonly share: number }[] {
  if (!mix) return [];
  return mix.categories.length > 0 || !mix.preset
    ? mix.categories
    : contentMixPresets[mix.preset].categories;
}

function perMille(share: number): number {
  return Math.round(share * 1000) / 1000;
}
