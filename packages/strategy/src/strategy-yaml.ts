import { ConfigurationError } from '@affiche/core';
import { type Document, isScalar, LineCounter, parseDocument, stringify, visit } from 'yaml';
import { defineStrategy, type DefineStrategyOptions } from './define-strategy.ts';
import { type Language, write } from './language.ts';
import type { Strategy } from './strategy.ts';
import { guardYaml } from './yaml-guard.ts';

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
// One slip early in a file makes hundreds after it that nobody would read.
const mostSlips = 20;

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
  place: {
    en: '{what} at line {line}, column {column}',
    fr: '{what}, ligne {line}, colonne {column}',
  },
  repeated: { en: 'The key “{key}” is there twice', fr: 'La clé « {key} » figure deux fois' },
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
  guardYaml(text, language);
  const lines = new LineCounter();
  // Keys are compared below: the library compares each with all others, and writes every error out.
  const options = { merge: false, uniqueKeys: false, prettyErrors: false, lineCounter: lines };
  const document = parseDocument(text, options);
  const slips = [...document.errors.map(slipOf), ...repeatedKeys(document, language)];
  if (slips.length > 0) throw brokenYaml(slips, lines, language, document.errors[0]);
  return defineStrategy(valueOf(document, lines, language), { language });
}

/**
 * Writes a strategy as YAML. Reading it gives an equal strategy, unknown keys included.
 */
export function formatStrategy(strategy: Strategy): string {
  return stringify(strategy, { aliasDuplicateObjects: false, lineWidth: 100 });
}

/** What is no YAML, and where. */
interface Slip {
  readonly what: string;
  /** Characters before it. */
  readonly offset?: number;
}

function slipOf({ message, pos: [offset] }: Document['errors'][number]): Slip {
  return { what: message, offset };
}

function repeatedKeys(document: Document, language: Language): Slip[] {
  const slips: Slip[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          const what = write(texts.repeated, language, { key: String(key.value) });
          slips.push({ what, ...(key.range && { offset: key.range[0] }) });
        }
        seen.add(key.value);
      }
    },
  });
  return slips;
}

function valueOf(document: Document, lines: LineCounter, language: Language): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    // The library says so when aliases unfold without end.
    throw brokenYaml([{ what: (error as Error).message }], lines, language, error);
  }
}

function brokenYaml(
  slips: readonly Slip[],
  lines: LineCounter,
  language: Language,
  cause: unknown,
): ConfigurationError<'invalid-yaml'> {
  const problems = slips.slice(0, mostSlips).map(({ what, offset }) => {
    if (offset === undefined) return what;
    const { line, col: column } = lines.linePos(offset);
    return write(texts.place, language, { what, line, column });
  });
  return new ConfigurationError('invalid-yaml', {
    message: [write(texts.broken, language), ...problems.map((problem) => `- ${problem}`)].join(
      '\n',
    ),
    hint: write(texts.brokenHint, language),
    details: { problems },
    cause,
  });
}
