import type { Finding, Severity } from '@affiche/core';
import { type Language, type Text, type TextValues, write } from '../language.ts';
import type { Span } from './located.ts';

/** A finding about a draft, with the place in the text of the item that its path names. */
export interface VoiceFinding extends Finding {
  /** In UTF-16 code units; absent where something is missing rather than wrong. */
  readonly at?: Span;
}

/** How one check of a draft speaks. */
export interface VoiceRule {
  readonly id: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly fix: Text;
}

/** What a check found. */
export interface VoiceHit {
  readonly path: Finding['path'];
  readonly at?: Span;
  readonly measured?: number | string;
  readonly limit?: number | string;
  readonly values?: TextValues;
}

/** Makes the finding of a hit. */
export function voiceFinding(rule: VoiceRule, hit: VoiceHit, language: Language): VoiceFinding {
  const { path, at, measured, limit, values } = hit;
  const places = {
    ...values,
    ...(measured !== undefined && { measured }),
    ...(limit !== undefined && { limit }),
  };
  return {
    rule: rule.id,
    severity: rule.severity,
    path: [...path],
    message: write(rule.message, language, places),
    ...(measured !== undefined && { measured }),
    ...(limit !== undefined && { limit }),
    fix: write(rule.fix, language, places),
    ...(at && { at: { start: at.start, end: at.end } }),
  };
}
