import { ConfigurationError } from '@affiche/core';
import { guardInput } from './input-guard.ts';
import { type Language, write } from './language.ts';
import { formatProblem, shapeProblem } from './shape-problem.ts';
import { Strategy } from './strategy.ts';

/** How a strategy is read. */
export interface DefineStrategyOptions {
  /**
   * The language of error messages.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
}

const texts = {
  one: {
    en: 'This is not a strategy yet; one thing is wrong:',
    fr: 'Ce n’est pas encore une stratégie ; un point est à corriger :',
  },
  several: {
    en: 'This is not a strategy yet; {count} things are wrong:',
    fr: 'Ce n’est pas encore une stratégie ; {count} points sont à corriger :',
  },
  hint: {
    en: 'Mend what is listed above, and try again.',
    fr: 'Corrigez ce qui est listé ci-dessus, puis recommencez.',
  },
};

/**
 * Reads a strategy, as parsed from YAML or JSON. Everything that has the wrong shape is told at once,
 * with its path, its value and the fix; what is merely unwise is for {@link reviewStrategy}.
 *
 * ```ts
 * import { defineStrategy } from '@affiche/strategy';
 *
 * const strategy = defineStrategy({
 *   id: 'bakery-2027',
 *   client: { name: 'Le Fournil', kind: 'company' },
 *   zone: 'Europe/Paris',
 *   language: 'fr',
 *   currency: 'EUR',
 *   period: { from: '2027-01-04', to: '2027-03-28' },
 *   objectives: [],
 *   channels: [],
 *   pillars: [],
 *   budget: { total: '1200.00 EUR' },
 * });
 * strategy.budget.total; // => { minor: 120000, currency: 'EUR' }
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-strategy` with every problem in `details.problems`;
 * `cyclic-strategy` and `strategy-too-large` for input that no person wrote.
 */
export function defineStrategy(
  input: unknown,
  { language = 'en' }: DefineStrategyOptions = {},
): Strategy {
  guardInput(input, language);
  const parsed = Strategy.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => shapeProblem(issue, input, language));
  const lines = problems.map((problem) => `- ${formatProblem(problem)}`);
  const opening = problems.length === 1 ? texts.one : texts.several;
  throw new ConfigurationError('invalid-strategy', {
    // Like every error's message, it ends without a full stop: whoever shows it adds one.
    message: [write(opening, language, { count: problems.length }), ...lines]
      .join('\n')
      .replace(/\.$/, ''),
    hint: write(texts.hint, language),
    details: { problems },
  });
}
