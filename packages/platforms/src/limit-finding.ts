import type { Finding, Limit } from '@affiche/core';

/** What is too much or too little, where, and against which limit. */
export interface Excess {
  readonly rule: string;
  readonly path: Finding['path'];
  /** The subject of the sentence: `The text`. */
  readonly what: string;
  /** Nothing is found where nobody knows. */
  readonly measured: number | undefined;
  readonly limit: Limit;
  readonly fix: string;
}

/** An error for everything that is over its limit, and nothing for what fits. */
export function tooMuch(excess: Excess): Finding[] {
  const { measured, limit } = excess;
  return measured === undefined || measured <= limit.value ? [] : [beyond(excess, 'allowed')];
}

/** An error for everything that does not reach its limit, and nothing for what does. */
export function tooLittle(excess: Excess): Finding[] {
  const { measured, limit } = excess;
  return measured === undefined || measured >= limit.value ? [] : [beyond(excess, 'the least')];
}

function beyond({ what, measured = 0, limit, ...rest }: Excess, bound: string): Finding {
  const { value, unit, source } = limit;
  const message = `${what} has ${measured} ${unit}, and ${value} are ${bound}.`;
  return { ...rest, severity: 'error', message, measured, limit: value, unit, source };
}
