import { InvalidArgumentError } from 'commander';

// What stands behind an option, read or refused.

/** Every value of an option that may be given several times. */
export function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** A day that there is. */
export function day(written: string): string {
  const [year = 0, month = 0, date = 0] = written.split('-').map(Number);
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isDay = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === written;
  if (!isDay) throw new InvalidArgumentError('Write it like 2027-01-04.');
  return written;
}

/** The number of a port; 0 is any free one. */
export function port(written: string): number {
  return integer(written, 65_535);
}

/** How many, up to a million. */
export function count(written: string): number {
  return integer(written, 1_000_000);
}

function integer(written: string, most: number): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 0 || value > most || written.trim() === '') {
    throw new InvalidArgumentError(`It is a whole number up to ${most}.`);
  }
  return value;
}
