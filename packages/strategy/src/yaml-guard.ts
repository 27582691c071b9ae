import { ConfigurationError } from '@affiche/core';
import { CST, Lexer } from 'yaml';
import { type Language, write } from './language.ts';

// Reading takes time in proportion to signs, not to characters: far above any plan that people write.
const limits = { signs: 40_000, depth: 64 };

const texts = {
  signs: {
    en: 'The file has more than {limit} keys, values and signs; a strategy has far fewer',
    fr: 'Le fichier a plus de {limit} clés, valeurs et signes ; une stratégie en a bien moins',
  },
  depth: {
    en: 'The file nests more than {limit} levels on one line',
    fr: 'Le fichier imbrique plus de {limit} niveaux sur une ligne',
  },
  hint: {
    en: 'Keep posts and measurements in files of their own; look for repeated brackets and dashes.',
    fr: 'Gardez publications et mesures dans leurs propres fichiers ; cherchez des crochets et des tirets répétés.',
  },
};

/**
 * Refuses a text that would keep a reader of YAML busy for seconds, by a look at its signs alone.
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `strategy-too-large`.
 */
export function guardYaml(text: string, language: Language): void {
  let signs = 0;
  let brackets = 0;
  let indicators = 0;
  let isContent = false;

  for (const sign of new Lexer().lex(text)) {
    // Each escape of a quoted text may be wrong, and each slip is told.
    signs += 1 + (sign.startsWith('"') ? sign.split('\\').length - 1 : 0);
    if (signs > limits.signs) throw tooLarge('signs', language);
    // The sign that announces a scalar is followed by its text, whatever that looks like.
    const kind: CST.TokenType | null | undefined = isContent ? undefined : CST.tokenType(sign);
    isContent = kind === 'scalar';
    if (kind === 'newline') indicators = 0;
    if (kind === 'seq-item-ind' || kind === 'explicit-key-ind') indicators += 1;
    if (kind === 'flow-seq-start' || kind === 'flow-map-start') brackets += 1;
    if (kind === 'flow-seq-end' || kind === 'flow-map-end') brackets = Math.max(0, brackets - 1);
    if (brackets + indicators > limits.depth) throw tooLarge('depth', language);
  }
}

function tooLarge(
  unit: keyof typeof limits,
  language: Language,
): ConfigurationError<'strategy-too-large'> {
  const limit = limits[unit];
  return new ConfigurationError('strategy-too-large', {
    message: write(texts[unit], language, { limit }),
    hint: write(texts.hint, language),
    details: { limit, unit },
  });
}
