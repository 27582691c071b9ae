import { z } from 'zod';
import { PlainDate } from './instant.ts';

/** How bad a finding is: an `error` stops publication, a `warning` asks, an `info` tells. */
export const Severity = z.enum(['error', 'warning', 'info']);
/** How bad a finding is: an `error` stops publication, a `warning` asks, an `info` tells. */
export type Severity = z.infer<typeof Severity>;

/** Where a rule comes from and when somebody last looked. */
export const Source = z.object({
  url: z.url(),
  verifiedAt: PlainDate,
});
/** Where a rule comes from and when somebody last looked. */
export type Source = z.infer<typeof Source>;

/**
 * The one shape of every check in every package.
 * Checks return findings; they never throw for bad content.
 */
export const Finding = z.object({
  /** The rule, as `area/field/aspect`: `x/text/weighted-length`. */
  rule: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/),
  severity: Severity,
  /** Where in the value, from its root: `['items', 0, 'media', 1, 'alt']`. */
  path: z.array(z.union([z.string(), z.number()])),
  /** One sentence for a person: what is wrong. */
  message: z.string().min(1),
  /** What was found. */
  measured: z.union([z.number(), z.string()]).optional(),
  /** What is allowed. */
  limit: z.union([z.number(), z.string()]).optional(),
  /** The unit of `measured` and `limit`: `graphemes`, `bytes`, `posts`. */
  unit: z.string().optional(),
  /** One sentence for a person: what to do. */
  fix: z.string().min(1),
  source: Source.optional(),
});
/** The one shape of every check in every package. */
export type Finding = z.infer<typeof Finding>;

/**
 * Whether any finding stops publication.
 *
 * ```ts
 * import { hasErrors } from '@affiche/core';
 *
 * hasErrors([]); // => false
 * ```
 */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/**
 * Writes a finding as one line for a terminal or a log.
 *
 * ```ts
 * import { formatFinding } from '@affiche/core';
 *
 * const line = formatFinding({
 *   rule: 'mastodon/text/length',
 *   severity: 'error',
 *   path: ['items', 0, 'text'],
 *   message: 'The text is too long.',
 *   measured: 501,
 *   limit: 500,
 *   unit: 'characters',
 *   fix: 'Shorten it by 1 character.',
 * });
 * line; // => 'error items[0].text: The text is too long. (501 of 500 characters) Shorten it by 1 character. [mastodon/text/length]'
 * ```
 */
export function formatFinding(finding: Finding): string {
  const { severity, path, message, measured, limit, unit, fix, rule } = finding;
  const where = formatPath(path);
  const numbers =
    measured === undefined
      ? ''
      : ` (${measured}${limit === undefined ? '' : ` of ${limit}`}${unit ? ` ${unit}` : ''})`;
  return `${severity}${where ? ` ${where}` : ''}: ${message}${numbers} ${fix} [${rule}]`;
}

/**
 * Writes a path the way a program would: `items[0].text`.
 *
 * ```ts
 * import { formatPath } from '@affiche/core';
 *
 * formatPath(['items', 0, 'text']); // => 'items[0].text'
 * ```
 */
export function formatPath(path: Finding['path']): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index ? `.${part}` : part))
    .join('');
}
