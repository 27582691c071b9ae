import { type Finding, Zone, zoneOffset } from '@affiche/core';
import type { ReadComponent } from './icalendar-component.ts';
import { ruleStarts, type RuleParts } from './rule-starts.ts';
import { zoneOfWindows, zonesOfWindows } from './windows-zones.ts';

const day = 86_400_000;
/** So many looks at a zone in two years tell its rules from those of the others. */
const looks = 24;

/** Finds the zones that the names of a file mean; says where it had to guess. */
export function zoneFinder(
  calendars: readonly ReadComponent[],
  { zone: usual, from }: { readonly zone: Zone; readonly from: number },
  findings: Finding[],
): (name: string | undefined, line: number) => Zone {
  const known = new Map<string, Zone>();
  const tables = calendars.flatMap(({ components }) =>
    components.filter(({ name }) => name === 'vtimezone'),
  );
  return (name, line) => {
    if (name === undefined) return usual;
    const zone = known.get(name) ?? zoneNamed(name) ?? read(name, line);
    known.set(name, zone);
    return zone;
  };

  function read(name: string, line: number): Zone {
    const table = tables.find(({ properties }) =>
      properties.some((each) => each.name === 'tzid' && each.values[0] === name),
    );
    const told = table && named(table);
    if (told) return told;
    const same = table && [usual, ...zonesOfWindows].find((zone) => isLike(table, zone));
    findings.push({
      rule: 'schedule/icalendar/zone',
      severity: same ? 'info' : 'warning',
      path: ['lines', line - 1],
      message: `Line ${line}: "${name}" is no time zone by name; it was read as ${same ?? usual}${same ? ', whose clocks go by the same rules' : ''}.`,
      measured: name,
      fix: 'Name the zone as IANA does, such as Europe/Paris.',
    });
    return same ?? usual;
  }

  function isLike(table: ReadComponent, zone: Zone): boolean {
    return Array.from({ length: looks }, (_, look) => from + look * 30.5 * day).every(
      (moment) => offsetAt(table, moment) === zoneOffset(moment, zone),
    );
  }
}

/** An IANA name as it is or behind a prefix, or a name of Windows. */
export function zoneNamed(name: string): Zone | undefined {
  const plain = name.trim().replace(/^(?:tzone:\/\/Microsoft\/)/, '');
  if (plain === 'Z' || plain.toUpperCase() === 'UTC') return 'UTC';
  // "/mozilla.org/20050126_1/Europe/Berlin": whatever stands before, the zone comes last.
  const parts = plain.split('/');
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  return (
    tails.find((tail) => tail.includes('/') && Zone.safeParse(tail).success) ??
    zoneOfWindows(plain) ??
    (Zone.safeParse(plain).success ? plain : undefined)
  );
}

/** Milliseconds ahead of UTC that a table of a zone says for a moment. */
function offsetAt({ components }: ReadComponent, moment: number): number | undefined {
  const changes = components.flatMap(({ properties }) => {
    const value = (name: string) => properties.find((each) => each.name === name)?.values[0];
    const start = Date.parse(`${String(value('dtstart'))}Z`);
    const [before, after] = [offsetOf(value('tzoffsetfrom')), offsetOf(value('tzoffsetto'))];
    const period = { from: moment + before - 800 * day, to: moment + before };
    const rule = value('rrule');
    const onsets = rule ? [...ruleStarts(rule as RuleParts, start, period)] : [start];
    return onsets.filter((at) => at - before <= moment).map((at) => ({ at, after }));
  });
  return changes.toSorted((a, b) => b.at - a.at)[0]?.after;
}

/** `+01:00` in milliseconds. */
function offsetOf(written: unknown): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(String(written)) ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  return sign === '-' ? -size : size;
}

/** What else a table of a zone calls itself. */
function named({ properties }: ReadComponent): Zone | undefined {
  const told = properties.find(({ name }) => name === 'x-lic-location');
  return told && zoneNamed(String(told.values[0]));
}
