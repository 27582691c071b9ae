import type { Finding } from '@affiche/core';

/** What is to be said about a calendar: a warning, unless told otherwise. */
export function calendarFinding(
  rule: string,
  path: Finding['path'],
  message: string,
  fix: string,
  rest: Partial<Finding> = {},
): Finding {
  return { rule: `schedule/${rule}`, severity: 'warning', path, message, fix, ...rest };
}
