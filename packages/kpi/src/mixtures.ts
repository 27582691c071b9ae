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

/** Why a group's rows do not belong into one number. */
export function mixtures(facts: readonly string[], money: boolean, about: GroupFacts): Caveat[] {
  const caveats: Caveat[] = [];
  if (about.scope === 'mixed') {
    caveats.push({
      code: 'mixed-scopes',
      message: 'Organic, paid and total came together: choose one scope.',
    });
  }
  if (money && about.currency === null) {
    caveats.push({
      code: 'mixed-currencies',
      message: 'Amounts are in several currencies: give a currency and dated rates.',
    });
  }
  for (const { fact, platform, from, change } of about.breaks) {
    if (!facts.includes(fact)) continue;
    caveats.push({
      code: 'mixed-eras',
      message: `On ${platform}, ${change} from ${from}: look at each side alone.`,
    });
  }
  return caveats;
}

/** Says when a value lies outside what its definition allows. */
export function outside(value: number, { range: [low, high], id }: KpiDefinition): Caveat[] {
  if ((low === null || value >= low) && (high === null || value <= high)) return [];
  return [
    {
      code: 'out-of-range',
      message: `${id} is ${value}, outside ${low ?? '−∞'} to ${high ?? '∞'}: its inputs do not fit.`,
    },
  ];
}
