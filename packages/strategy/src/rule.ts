import type { Calendar, Finding, PlainDate, Registry, Severity, Source } from '@affiche/core';
import type { KnownKpi } from './known-kpi.ts';
import type { Language, Text, TextValues } from './language.ts';
import type { Strategy } from './strategy.ts';

/** What a rule may look at besides the strategy. */
export interface ReviewContext {
  readonly today: PlainDate;
  /** The language of amounts and numbers in messages. */
  readonly language: Language;
  /** Every network with its life cycle. */
  readonly registry: Registry;
  /** KPIs by id. */
  readonly kpis: ReadonlyMap<string, KnownKpi>;
  /** The planned posts, when the review covers them. */
  readonly calendar: Calendar | undefined;
}

/** One place where a rule is broken. */
export interface Hit {
  readonly path: Finding['path'];
  /** What fills the places of the rule's message and fix. */
  readonly values?: TextValues;
  readonly measured?: number | string;
  readonly limit?: number | string;
  readonly unit?: string;
}

/** One rule of a review: what is wrong, how bad it is, what to do, and how to see it. */
export interface Rule {
  /** `strategy/objective/owner`. */
  readonly id: string;
  /** The trade's code for it, where it has one: `OBJ004`. */
  readonly code?: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly fix: Text;
  readonly source?: Source;
  readonly find: (strategy: Strategy, context: ReviewContext) => readonly Hit[];
}

/** What a rule says of one thing: nothing, or a hit whose path continues at `at`. */
type Verdict = false | undefined | (Omit<Hit, 'path'> & { readonly at?: Finding['path'] });

/** Looks at every thing of a list; `{name}` in the texts is the thing's name or id. */
export function each<Item extends object>(
  path: Finding['path'],
  items: readonly Item[],
  judge: (item: Item, index: number) => Verdict,
): Hit[] {
  return items.flatMap((item, index) => {
    const verdict = judge(item, index);
    if (!verdict) return [];
    const { at = [], values, ...rest } = verdict;
    return [{ ...rest, path: [...path, index, ...at], values: { name: label(item), ...values } }];
  });
}

/** One hit, when a condition holds. */
export function when(
  condition: boolean,
  path: Finding['path'],
  hit: Omit<Hit, 'path'> = {},
): Hit[] {
  return condition ? [{ path, ...hit }] : [];
}

function label(item: object): string {
  if ('name' in item) return String(item.name);
  return 'id' in item ? String(item.id) : '';
}
