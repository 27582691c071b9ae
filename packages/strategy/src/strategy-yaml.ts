import { ConfigurationError } from '@affiche/core';
import { type Document, parseDocument, stringify } from 'yaml';
import { defineStrategy, type DefineStrategyOptions } from './define-strategy.ts';
import { write } from './language.ts';
import type { Strategy } from './strategy.ts';

/** How a YAML text is read. */
export interface ParseStrategyOptions extends DefineStrategyOptions {
  /**
   * The longest text to read, in UTF-16 code units.
   *
   * @defaultValue 1,000,000
   */
  readonly maxLength?: number;
}

// A plan repeats itself a little; hundreds of aliases are an attack or a broken generator.
const mostAliases = 100;

const texts = {
  long: {
    en: 'The file has {length} characters; a strategy has at most {limit}.',
    fr: 'Le fichier a {length} caractères ; une stratégie en a au plus {limit}.',
  },
  longHint: {
    en: 'Keep posts and measurements in files of their own.',
    fr: 'Gardez publications et mesures dans leurs propres fichiers.',
  },
  broken: { en: 'This is not YAML:', fr: 'Ce n’est pas du YAML :' },
  brokenHint: {
    en: 'Mind indentation, and quote texts that contain a colon.',
    fr: 'Veillez à l’indentation, et mettez entre guillemets les textes avec deux-points.',
  },
};

/**
 * Reads a strategy from YAML or JSON text.
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-yaml` with line and column, `strategy-too-large`,
 * `cyclic-strategy`, and `invalid-strategy` as {@link defineStrategy} does.
 */
export function parseStrategy(
  text: string,
  { maxLength = 1_000_000, language = 'en' }: ParseStrategyOptions = {},
): Strategy {
  if (text.length > maxLength) {
    throw new ConfigurationError('strategy-too-large', {
      message: write(texts.long, language, { length: text.length, limit: maxLength }),
      hint: write(texts.longHint, language),
      details: { length: text.length, limit: maxLength },
    });
  }
  const document = parseDocument(text, { merge: false });
  if (document.errors.length > 0) throw brokenYaml(document.errors, language);
  return defineStrategy(valueOf(document, language), { language });
}

/**
 * Writes a strategy as YAML. Reading it gives an equal strategy, unknown keys included.
 */
export function formatStrategy(strategy: Strategy): string {
  return stringify(strategy, { aliasDuplicateObjects: false, lineWidth: 100 });
}

function valueOf(document: Document, language: 'en' | 'fr'): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    // The library says so when aliases unfold without end.
    throw brokenYaml([error as Error], language);
  }
}

function brokenYaml(
  errors: readonly Error[],
  language: 'en' | 'fr',
): ConfigurationError<'invalid-yaml'> {
  const lines = errors.map(({ message }) => `- ${message.split('\n')[0]?.replace(/:$/, '')}`);
  return new ConfigurationError('invalid-yaml', {
    message: [write(texts.broken, language), ...lines].join('\n'),
    hint: write(texts.brokenHint, language),
    details: { problems: errors.map(({ message }) => message) },
    cause: errors[0],
  });
}
