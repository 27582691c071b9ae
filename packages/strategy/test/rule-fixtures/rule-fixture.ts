import type { Calendar } from '@affiche/core';
import type { Strategy } from '@affiche/strategy';

/** Changes a sound strategy, and the calendar made from it, in place. */
type Edit = (strategy: Strategy, calendar: Calendar) => void;

/** For one rule: an edit that breaks it, and one that comes close and does not. */
export interface RuleFixture {
  readonly rule: string;
  readonly failing: Edit;
  readonly passing: Edit;
}

/** The first of a list, which the fixtures know is there. */
export function first<Item>(items: readonly Item[]): Item {
  return items[0] as Item;
}
