import { type PlainDate, type Zone, ConfigurationError } from '@affiche/core';

/** The length of a day without a zone. */
export const dayMilliseconds = 86_400_000;
// Zones change their offset only on quarter hours, so all moments of one share a local day.
const quarterMilliseconds = 900_000;

/** The days since 1970-01-01 of a date without a zone. */
export function dayNumber(date: PlainDate): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMilliseconds);
}

/** The date of a day number. */
export function dateOfDay(day: number): PlainDate {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/**
 * Reads moments (instants, epoch milliseconds or plain dates) as local days of a zone.
 * A platform's day that ends elsewhere is a different day: name the zone that you report in.
 */
export function localDays(zone: Zone): (at: unknown) => number {
  const format = formatter(zone);
  const known = new Map<number, number>();
  return (at) => {
    if (typeof at === 'string' && at.length === 10) return dayNumber(at);
    const milliseconds = typeof at === 'number' ? at : Date.parse(String(at));
    if (Number.isNaN(milliseconds)) return Number.NaN;
    if (zone === 'UTC') return Math.floor(milliseconds / dayMilliseconds);
    const quarter = Math.floor(milliseconds / quarterMilliseconds);
    let day = known.get(quarter);
    if (day === undefined) {
      day = dayNumber(format.format(quarter * quarterMilliseconds));
      known.set(quarter, day);
    }
    return day;
  };
}

function formatter(zone: Zone): Intl.DateTimeFormat {
  try {
    // Canadian English writes 2027-01-04.
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch (cause) {
    throw new ConfigurationError('unknown-zone', {
      message: `"${zone}" is no time zone`,
      hint: 'Name an IANA zone, like Europe/Paris.',
      details: { zone },
      cause,
    });
  }
}
