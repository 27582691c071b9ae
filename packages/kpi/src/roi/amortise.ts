import { type Money, ConfigurationError } from '@affiche/core';

/**
 * The part of a production's cost that falls on some of its uses: a film made for twenty posts costs
 * each a twentieth. The parts of all uses add up to the cost, to the cent.
 *
 * ```ts
 * import { amortise } from '@affiche/kpi/roi';
 *
 * const film = { minor: 35_000, currency: 'EUR' };
 * amortise(film, { plannedUses: 20, uses: 6 }); // => { minor: 10_500, currency: 'EUR' }
 * ```
 *
 * @throws ConfigurationError `invalid-uses` unless 0 ≤ before, and before + uses ≤ plannedUses.
 */
export function amortise(
  cost: Money,
  options: {
    /** How often it is meant to be used in all. */
    readonly plannedUses: number;
    /** How often it was used now. */
    readonly uses: number;
    /** How often it had been used before; default 0. */
    readonly before?: number;
  },
): Money {
  const { plannedUses, uses, before = 0 } = options;
  const whole = [plannedUses, uses, before].every(
    (each) => Number.isSafeInteger(each) && each >= 0,
  );
  if (!whole || plannedUses === 0 || before + uses > plannedUses) {
    throw new ConfigurationError('invalid-uses', {
      message: `${uses} uses after ${before} do not fit into ${plannedUses}`,
      hint: 'Plan more uses, or count what is over at no cost.',
      details: { plannedUses, uses, before },
    });
  }
  // What is paid off after n uses is rounded, so that differences never lose a cent.
  const paidOff = (count: number) => Math.round((cost.minor * count) / plannedUses);
  return { minor: paidOff(before + uses) - paidOff(before), currency: cost.currency };
}
