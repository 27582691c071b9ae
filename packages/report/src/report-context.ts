import { type Formats, formatsOf, type ReportLanguage } from './formats.ts';
import type { ReportInput, ReportOptions } from './report-input.ts';
import { readTheme, type Theme } from './theme.ts';
import { english, type Wording } from './wording/english.ts';
import { french } from './wording/french.ts';

/** What every section reads: the input, and how to speak of it. */
export interface ReportContext {
  readonly input: ReportInput;
  readonly words: Wording;
  readonly formats: Formats;
  readonly theme: Theme;
}

const wordings = { en: english, fr: french } as const satisfies Record<ReportLanguage, Wording>;

/** Settles the language and the theme of a report. */
export function reportContext(input: ReportInput, options: ReportOptions): ReportContext {
  const language = options.language ?? (/^fr\b/i.test(input.strategy.language) ? 'fr' : 'en');
  return {
    input,
    words: wordings[language],
    formats: formatsOf(language),
    theme: readTheme(options.theme ?? {}),
  };
}
