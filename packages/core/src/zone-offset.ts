import { ConfigurationError } from './errors.ts';
import type { Zone } from './zone.ts';

/** A moment from which a zone's clocks run at another offset. */
export interface ZoneTransition {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Milliseconds ahead of UTC before it. */
  readonly before: number;
  /** Milliseconds ahead of UTC from it on. */
  readonly after: number;
}

interface Era {
  readonly firstOffset: number;
  readonly transitions: readonly ZoneTransition[];
}

interface ZoneTable {
  readonly measure: (at: number) => number;
  readonly eras: Map<number, Era>;
}

const day = 86_400_000;
const eraLength = 365 * day;
// Since 1970 no zone has changed its clocks twice within 7 days, so no change hides between two looks.
const step = 5 * day;
const tables = new Map<Zone, ZoneTable>();

/**
 * How many milliseconds a zone's clocks are ahead of UTC at a moment, given in milliseconds since
 * the epoch. The answers of `Intl` are kept in a table per zone, so that asking again costs nothing.
 *
 * ```ts
 * import { zoneOffset } from '@affiche/core';
 *
 * zoneOffset(Date.UTC(2027, 6, 1), 'Europe/Paris') / 3_600_000; // => 2
 * ```
 *
 * @throws {@link ConfigurationError} `unknown-zone` for a zone that the runtime's data does not have.
 */
export function zoneOffset(at: number, zone: Zone): number {
  const { firstOffset, transitions } = eraAt(at, tableOf(zone));
  let offset = firstOffset;
  for (const transition of transitions) {
    if (transition.at > at) break;
    offset = transition.after;
  }
  return offset;
}

/**
 * Every change of a zone's clocks in [from, to), in order; both in milliseconds since the epoch.
 *
 * ```ts
 * import { instant, zoneTransitions } from '@affiche/core';
 *
 * const [spring] = zoneTransitions('Europe/Paris', Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1));
 * spring && instant(spring.at); // => '2027-03-28T01:00:00.000Z'
 * ```
 *
 * @throws {@link ConfigurationError} `unknown-zone` for a zone that the runtime's data does not have.
 */
export function zoneTransitions(zone: Zone, from: number, to: number): readonly ZoneTransition[] {
  const table = tableOf(zone);
  const found: ZoneTransition[] = [];
  for (let at = from; at < to + eraLength; at += eraLength) {
    found.push(...eraAt(at, table).transitions.filter((each) => each.at >= from && each.at < to));
  }
  return found;
}

function eraAt(at: number, table: ZoneTable): Era {
  const index = Math.floor(at / eraLength);
  let era = table.eras.get(index);
  if (!era) {
    era = measureEra(index * eraLength, table.measure);
    table.eras.set(index, era);
  }
  return era;
}

function measureEra(start: number, measure: (at: number) => number): Era {
  const firstOffset = measure(start);
  const transitions: ZoneTransition[] = [];
  let before = firstOffset;
  for (let from = start; from < start + eraLength; from += step) {
    const after = measure(from + step);
    if (after === before) continue;
    const at = firstMoment(from, from + step, (moment) => measure(moment) !== before);
    // A change on the very edge belongs to the next era, which starts with it.
    if (at < start + eraLength) transitions.push({ at, before, after });
    before = after;
  }
  return { firstOffset, transitions };
}

/** The first whole second in (from, to] at which something holds that holds at `to` but not at `from`. */
function firstMoment(from: number, to: number, holds: (at: number) => boolean): number {
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle * 1000)) high = middle;
    else low = middle;
  }
  return high * 1000;
}

function tableOf(zone: Zone): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const table = { measure: offsetMeter(zone), eras: new Map<number, Era>() };
  tables.set(zone, table);
  return table;
}

function offsetMeter(zone: Zone): (at: number) => number {
  const format = formatterOf(zone);
  return (at) => {
    // "1/4/2027, GMT+05:30"; plain "GMT" is UTC; zones of old had seconds, "GMT-00:44:30".
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(at)) ?? [];
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return (sign === '-' ? -size : size) * 1000;
  };
}

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (cause) {
    throw new ConfigurationError('unknown-zone', {
      message: `"${zone}" is not a time zone of this runtime's data`,
      hint: 'Use an IANA name such as Europe/Paris; newer names need a newer runtime.',
      details: { zone },
      cause,
    });
  }
}
