import type { Currency, Scope } from '@affiche/core';
import type { KpiDefinition } from './definition.ts';
import type { Era } from './era.ts';
import type { Caveat } from './kpi-value.ts';
import type { PlatformNote } from './platform-note.ts';

/** What a group's rows are made of. */
export interface GroupFacts {
  readonly scope: Scope | 'mixed' | 'unstated';
  /** `null` when there are several. */
  readonly currency: Currency | null | undefined;
  /** Whether an amount could not be brought to the asked-for currency. */
  readonly unconverted: boolean;
  readonly breaks: readonly Era[];
  readonly notes: readonly PlatformNote[];
}

/** Adds why a group's rows do not belong into one number, and tells whether there is a reason. */
export function mixtures(
  facts: readonly string[],
  money: boolean,
  { scope, currency, breaks }: GroupFacts,
  found: Caveat[],
): boolean {
  const before = found.length;
  if (scope === 'mixed') {
    found.push({
      code: 'mixed-scopes',
      message: 'Organic, paid and total came together: choose one scope.',
    });
  }
  if (money && currency === null) {
    found.push({
      code: 'mixed-currencies',
      message: 'Amounts are in several currencies: give a currency and an exchange.',
    });
  }
  for (const { fact, platform, from, change } of breaks) {
    if (!facts.includes(fact)) continue;
    found.push({
      code: 'mixed-eras',
      message: `On ${platform}, ${change} from ${from}: look at each side alone.`,
    });
  }
  return found.length > before;
}

/** Says when a value lies outside what its definition allows. */
export function checkRange(value: number, definition: KpiDefinition, found: Caveat[]): void {
  const [low, high] = definition.range;
  if ((low === null || value >= low) && (high === null || value <= high)) return;
  found.push({
    code: 'out-of-range',
    message: `${definition.id} is ${value}, outside ${low ?? '−∞'} to ${high ?? '∞'}: its inputs do not fit.`,
  });
}
