import {
  type Finding,
  instant,
  resolveWallTime,
  WallTime,
  wallTimeAt,
  type Zone,
} from '@affiche/core';
import ICAL from 'ical.js';
import { type ReadComponent, type ReadProperty, unreadable } from './icalendar-component.ts';
import type { RuleParts } from './rule-starts.ts';

/** Milliseconds as if the clocks of the event's place ran on UTC. */
export type Face = number;

/** An event as it stands in a file: its times as the clocks of its own place show them. */
export interface ReadEvent {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly zone: Zone;
  readonly isDate: boolean;
  readonly start: Face;
  /** From start to end; a day without an end lasts one. */
  readonly length: number;
  readonly rules: readonly (RuleParts & { readonly until: Face })[];
  readonly extra: readonly Face[];
  readonly except: readonly Face[];
  /** Which occurrence of its series this replaces, told in the zone of whoever asks. */
  readonly replaces: ((zone: Zone) => Face) | undefined;
  /** Whether it replaces those after it too. */
  readonly isForAllLater: boolean;
}

const day = 86_400_000;

/** Reads one event; one whose times cannot be read is a finding, for a guess would be worse. */
export function readEvent(
  component: ReadComponent,
  zoneOf: (name: string | undefined, line: number) => Zone,
  findings: Finding[],
): ReadEvent | undefined {
  const { properties, lost, line } = component;
  // The line that is to blame was told already.
  if (lost.length > 0) return undefined;
  const all = (name: string) => properties.filter((each) => each.name === name);
  const text = (name: string) => all(name)[0]?.values.map(String).join(',') ?? '';
  const [started] = all('dtstart');
  if (!started) {
    findings.push(unreadable(line, 'this event has no start.'));
    return undefined;
  }
  let at = started;
  try {
    const zone = zoneOfProperty(started);
    const times = (name: string) =>
      all(name).flatMap((property) => {
        at = property;
        const own = zoneOfProperty(property);
        return property.values.map((value) =>
          faceOf(Array.isArray(value) ? value[0] : value, own, zone),
        );
      });
    const start = faceOf(started.values[0], zone, zone);
    const isDate = isDay(started.values[0]);
    const [end] = times('dtend');
    const [lasting] = all('duration');
    const [replaced] = all('recurrence-id');
    return {
      id: text('uid') || `line-${line}`,
      title: text('summary'),
      description: text('description'),
      line,
      sequence: Number(text('sequence')) || 0,
      isCancelled: text('status').toUpperCase() === 'CANCELLED',
      zone,
      isDate,
      start,
      length: lasting ? secondsOf(lasting) * 1000 : (end ?? start) - start || (isDate ? day : 0),
      rules: all('rrule').map((property) => {
        at = property;
        const rule = property.values[0] as RuleParts & { readonly until?: string };
        if (rule.count === 0) throw new RangeError('a rule that comes 0 times.');
        return { ...rule, until: untilOf(rule.until, zone) };
      }),
      extra: times('rdate'),
      except: times('exdate'),
      replaces:
        replaced && ((asked) => faceOf(replaced.values[0], zoneOfProperty(replaced), asked)),
      isForAllLater: replaced?.parameters['range'] === 'THISANDFUTURE',
    };
  } catch (error) {
    findings.push(unreadable(at.line, error instanceof Error ? error.message : String(error)));
    return undefined;
  }

  function zoneOfProperty({ parameters, values, line: own }: ReadProperty): Zone {
    return String(values[0]).endsWith('Z') ? 'UTC' : zoneOf(parameters['tzid'], own);
  }
}

/** What the clocks of a place show at a written time. */
function faceOf(written: unknown, from: Zone, to: Zone): Face {
  const value = String(written);
  if (isDay(value)) return momentOf(value.slice(0, 10), '00:00');
  const [date = '', clock = ''] = value.split('T');
  // Leap seconds are written, but no clock of ours shows them.
  const time = clock.slice(0, 8).replace(/:60$/, ':59');
  const own = momentOf(date, time);
  if (clock.endsWith('Z')) return faceAt(instant(own), to);
  return from === to ? own : faceAt(resolveWallTime(wallOf(own, from)), to);
}

function faceAt(at: string, zone: Zone): Face {
  const { date, time } = wallTimeAt(at, zone);
  return momentOf(date, time);
}

/** A face on the walls of a place. */
export function wallOf(face: Face, zone: Zone): WallTime {
  const [date = '', time = ''] = instant(face).slice(0, 19).split('T');
  return { date, time: time.replace(/:00$/, ''), zone, disambiguation: 'compatible' };
}

/** `20270104` and what follows, without the time that some writers forget to leave out. */
function isDay(value: unknown): boolean {
  return /^\d{4}-\d\d-\d\d(?:T::)?$/.test(String(value));
}

function momentOf(date: string, time: string): Face {
  if (!WallTime.safeParse({ date, time, zone: 'UTC' }).success) {
    throw new RangeError(`"${date} ${time}" is no time.`);
  }
  return Date.parse(`${date}T${time}Z`);
}

function untilOf(until: string | undefined, zone: Zone): Face {
  if (until === undefined) return Infinity;
  // A day belongs to the rule to its end.
  return faceOf(until, zone, zone) + (isDay(until) ? day - 1 : 0);
}

function secondsOf({ values }: ReadProperty): number {
  return ICAL.Duration.fromString(String(values[0])).toSeconds();
}
