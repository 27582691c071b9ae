import { ConfigurationError } from '@affiche/core';
import { type Language, write } from './language.ts';

const limits = { values: 200_000, characters: 5_000_000, depth: 64 };

const texts = {
  cyclic: {
    en: 'The strategy contains itself at {path}',
    fr: 'La stratégie se contient elle-même à {path}',
  },
  cyclicHint: {
    en: 'Remove the alias that points back to one of its own parents.',
    fr: 'Retirez l’alias qui renvoie à l’un de ses propres parents.',
  },
  large: {
    en: 'The strategy is too large: more than {limit} {what}',
    fr: 'La stratégie est trop grande : plus de {limit} {what}',
  },
  largeHint: {
    en: 'Keep posts and measurements in files of their own; look for repeated aliases.',
    fr: 'Gardez publications et mesures dans leurs propres fichiers ; cherchez des alias répétés.',
  },
};
const units = {
  values: { en: 'values', fr: 'valeurs' },
  characters: { en: 'characters', fr: 'caractères' },
  depth: { en: 'levels', fr: 'niveaux' },
};

/**
 * Refuses input that contains itself, or that unfolds to more than a strategy can be, before a schema walks it.
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `cyclic-strategy` or `strategy-too-large`.
 */
export function guardInput(input: unknown, language: Language): void {
  const parents = new Set<object>();
  const path: string[] = [];
  let values = 0;
  let characters = 0;

  function refuse(what: keyof typeof limits): never {
    const limit = limits[what];
    throw new ConfigurationError('strategy-too-large', {
      message: write(texts.large, language, { limit, what: write(units[what], language) }),
      hint: write(texts.largeHint, language),
      details: { limit, unit: what },
    });
  }

  function walk(value: unknown): void {
    if (++values > limits.values) refuse('values');
    if (typeof value === 'string' && (characters += value.length) > limits.characters) {
      refuse('characters');
    }
    if (value === null || typeof value !== 'object') return;
    if (parents.has(value)) {
      throw new ConfigurationError('cyclic-strategy', {
        message: write(texts.cyclic, language, { path: path.join('.') }),
        hint: write(texts.cyclicHint, language),
        details: { path: path.join('.') },
      });
    }
    if (parents.size >= limits.depth) refuse('depth');
    parents.add(value);
    const keys = Object.keys(value);
    if (keys.length > limits.values) refuse('values');
    for (const key of keys) {
      path.push(key);
      walk((value as Readonly<Record<string, unknown>>)[key]);
      path.pop();
    }
    parents.delete(value);
  }

  walk(input);
}
