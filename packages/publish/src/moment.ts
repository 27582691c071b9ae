import { ConfigurationError, epochMilliseconds, Instant } from '@affiche/core';

/**
 * Reads a moment that a user gave, as milliseconds since the epoch. One without an offset would be read
 * in the host's zone, and one that is none compares with nothing.
 *
 * @throws ConfigurationError `invalid-moment`.
 */
export function momentOf(value: Instant, name: string): number {
  if (Instant.safeParse(value).success) return epochMilliseconds(value);
  throw new ConfigurationError('invalid-moment', {
    message: `${name} is "${value}", which is no moment`,
    hint: 'Write it with an offset: 2027-01-04T08:00:00+01:00.',
    details: { name, value },
  });
}
