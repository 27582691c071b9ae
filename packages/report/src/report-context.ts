import type { Formats } from './formats.ts';
import type { ReportInput } from './report-input.ts';
import type { Wording } from './wording/english.ts';

/** What every section reads: the input, and how to speak of it. */
export interface ReportContext {
  readonly input: ReportInput;
  readonly words: Wording;
  readonly formats: Formats;
}
