import { type Account, accountKey } from '@affiche/core';

/** An object of a parsed file. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a set of fields, not a list or a plain value. */
export function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** What tells an element of a list from the others: its id, or its account. */
export function keyOf(element: unknown): string | undefined {
  if (!isFields(element)) return undefined;
  const { id, account } = element;
  if (typeof id === 'string') return id;
  return isFields(account) ? accountKey(account as Account) : undefined;
}

/** Whether every element of a list has a key. An empty list has. */
export function isKeyed(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every((element) => keyOf(element) !== undefined);
}
