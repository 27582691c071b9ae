import type { Finding, Limit } from '@affiche/core';

/** What is too much, where, and against which limit. */
export interface Excess {
  readonly rule: string;
  readonly path: Finding['path'];
  /** The subject of the sentence: `The text`. */
  readonly what: string;
  readonly measured: number;
  readonly limit: Limit;
  readonly fix: string;
}

/** An error for everything that is over its limit, and nothing for what fits. */
export function tooMuch({ rule, path, what, measured, limit, fix }: Excess): Finding[] {
  if (measured <= limit.value) return [];
  return [
    {
      rule,
      severity: 'error',
      path,
      message: `${what} has ${measured} ${limit.unit}, and ${limit.value} are allowed.`,
      measured,
      limit: limit.value,
      unit: limit.unit,
      fix,
      source: limit.source,
    },
  ];
}
