import { type Money, ConfigurationError } from '@affiche/core';

/** What an hour of somebody's work costs, and why. */
export interface LoadedRateOptions {
  /** Pay of a year. */
  readonly salary: Money;
  /** Employer's charges of a year. */
  readonly charges: Money;
  /** Desk, machine, rent, management of a year. */
  readonly overhead: Money;
  /** Hours of a year in which work for clients or campaigns is done: not those that are paid. */
  readonly productiveHours: number;
}

/**
 * What one productive hour costs: (salary + charges + overhead) ÷ productive hours, rounded up to
 * the minor unit.
 *
 * ```ts
 * import { loadedRate } from '@affiche/kpi/roi';
 *
 * const euros = (minor: number) => ({ minor, currency: 'EUR' });
 * const year = { salary: euros(3_600_000), charges: euros(1_500_000), overhead: euros(500_000) };
 * loadedRate({ ...year, productiveHours: 1400 }); // => { minor: 4000, currency: 'EUR' }
 * ```
 */
export function loadedRate({
  salary,
  charges,
  overhead,
  productiveHours,
}: LoadedRateOptions): Money {
  const { currency } = salary;
  if (charges.currency !== currency || overhead.currency !== currency) {
    throw new ConfigurationError('mixed-currencies', {
      message: 'Salary, charges and overhead are in different currencies',
      hint: 'State all three in one currency.',
    });
  }
  if (!(productiveHours > 0)) {
    throw new ConfigurationError('invalid-hours', {
      message: `${productiveHours} productive hours give no rate`,
      hint: 'Count the hours of a year that are worked for campaigns; some 1,400 are usual.',
    });
  }
  const minor = Math.ceil((salary.minor + charges.minor + overhead.minor) / productiveHours);
  return { minor, currency };
}

/** What hours cost at a rate, rounded to the minor unit. */
export function labourCost(hours: number, rate: Money): Money {
  return { minor: Math.round(hours * rate.minor), currency: rate.currency };
}
