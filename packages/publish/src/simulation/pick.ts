import type { Random } from '@affiche/core';

/** One of several values, each as likely as the others. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
